-- Looking back on a contract before it is renewed: one side's answers, written alone and sent once (SPEC 4.4). Facts only; the
-- words are sealed. Nobody but the parties learns that somebody looked back, and nobody writes in another's name.

create table agreement_look_back (
  organisation uuid not null,
  id uuid primary key,
  agreement uuid not null,
  person uuid not null,
  -- Counts the saves of its draft.
  save integer not null check (save >= 0),
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  sent_at timestamptz,
  unique (organisation, agreement, person),
  foreign key (organisation, agreement, person) references agreement_party (organisation, agreement, person)
);
alter table agreement_look_back enable row level security;
alter table agreement_look_back force row level security;
create policy agreement_look_back_read on agreement_look_back for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and is_agreement_party(agreement));
create policy agreement_look_back_begin on agreement_look_back for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
create policy agreement_look_back_save on agreement_look_back for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid) and sent_at is null)
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert on agreement_look_back to mcs_request;
grant update (save, saved_at, sent_at) on agreement_look_back to mcs_request;
