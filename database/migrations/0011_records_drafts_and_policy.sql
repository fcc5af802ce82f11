-- A draft is its writer's alone, whoever may read what is signed off later: the database says so as well (SPEC 5.6, 12.1).
drop policy sealed_text_read on sealed_text;
create policy sealed_text_read on sealed_text for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (version > 0 or written_by = (select current_setting('app.person', true)::uuid))
    and exists (select from sealed_reader r
      where r.organisation = sealed_text.organisation and r.about_kind = sealed_text.about_kind
        and r.about = sealed_text.about and r.person = (select current_setting('app.person', true)::uuid)
        and (r.until is null or r.until > now())));
drop policy sealed_text_drop_draft on sealed_text;
create policy sealed_text_drop_draft on sealed_text for delete to mcs_request
  using (version = 0 and organisation = (select current_setting('app.organisation', true)::uuid)
    and written_by = (select current_setting('app.person', true)::uuid));

-- What was approved keeps its text for ever, withdrawn or not, and a withdrawn version never comes back (SPEC 2.1).
create or replace function policy_version_stays() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and new.source_text is distinct from old.source_text then
    raise exception 'the text of a policy version that was approved cannot be changed';
  end if;
  if old.status = 'withdrawn' and new.status <> 'withdrawn' then
    raise exception 'a withdrawn policy version does not come back';
  end if;
  if old.status = 'approved' and new.status <> 'withdrawn' and (new.status, new.in_force_from, new.approved_by, new.approved_at)
      is distinct from (old.status, old.in_force_from, old.approved_by, old.approved_at) then
    raise exception 'an approved policy version cannot be changed';
  end if;
  return new;
end $$;
