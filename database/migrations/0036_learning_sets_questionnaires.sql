-- The short questionnaire before somebody's first meeting in a set (SPEC 7.1): that it was begun, sent or declined. What is
-- written is sealed. A row that was not sent is seen by its author alone.

create table learning_questionnaire (
  organisation uuid not null,
  id uuid primary key,
  learning_set uuid not null,
  person uuid not null,
  -- Counts every save, so that a stale one is noticed.
  save integer not null default 0 check (save >= 0),
  -- How often it was sent.
  version integer not null default 0 check (version >= 0),
  saved_at timestamptz not null,
  sent_at timestamptz,
  declined_at timestamptz,
  unique (organisation, learning_set, person),
  foreign key (organisation, learning_set) references learning_set (organisation, id),
  check (sent_at is null or version > 0),
  check (sent_at is null or declined_at is null)
);
alter table learning_questionnaire enable row level security;
alter table learning_questionnaire force row level security;
create policy learning_questionnaire_read on learning_questionnaire for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (sent_at is not null or person = (select current_setting('app.person', true)::uuid)));
create policy learning_questionnaire_write on learning_questionnaire for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
create policy learning_questionnaire_change on learning_questionnaire for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, update (save, version, saved_at, sent_at, declined_at) on learning_questionnaire to mcs_request;
