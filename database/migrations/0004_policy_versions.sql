-- Versions of policy packs: drafted, approved, in force from a day. Approved text is never changed (SPEC 2.1).
create table policy_version (
  organisation uuid not null references organisation (id),
  id uuid not null,
  pack_key text not null,
  pack_name text not null,
  label text not null,
  source_text text not null check (length(source_text) <= 2000000),
  status text not null check (status in ('draft', 'approved', 'withdrawn')),
  -- Counts the savings of a draft, so that two people cannot save over each other.
  revision integer not null default 1,
  note text not null default '' check (length(note) <= 2000),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  in_force_from date,
  primary key (organisation, id),
  check ((status = 'approved') = (approved_by is not null and approved_at is not null and in_force_from is not null))
);
create index policy_version_in_force on policy_version (organisation, pack_key, in_force_from) where status = 'approved';
create unique index policy_version_one_a_day on policy_version (organisation, pack_key, in_force_from)
  where status = 'approved';
alter table policy_version enable row level security;
alter table policy_version force row level security;
create policy policy_version_own on policy_version to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid))
  with check (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update on policy_version to mcs_request;

-- What was approved stays as it was approved: only a version that has not begun may still be withdrawn.
create function policy_version_stays() returns trigger language plpgsql as $$
begin
  if old.status = 'approved' and (new.source_text, new.in_force_from, new.approved_by, new.approved_at)
      is distinct from (old.source_text, old.in_force_from, old.approved_by, old.approved_at)
      and new.status <> 'withdrawn' then
    raise exception 'an approved policy version cannot be changed';
  end if;
  return new;
end $$;
create trigger policy_version_stays before update on policy_version
  for each row execute function policy_version_stays();
