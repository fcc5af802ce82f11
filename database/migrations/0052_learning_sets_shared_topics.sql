-- A topic that a meeting left over, which its author lets those read who lead the set now and were not there. The words are sealed.
create table learning_shared_topic (
  organisation uuid not null,
  topic uuid not null,
  -- The meeting that left it over.
  meeting uuid not null,
  learning_set uuid not null,
  person uuid not null,
  -- What its words are sealed about; another thing each time it is shared.
  about uuid not null,
  shared_at timestamptz not null,
  primary key (organisation, topic),
  foreign key (organisation, meeting) references learning_meeting (organisation, id),
  foreign key (organisation, learning_set) references learning_set (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);
alter table learning_shared_topic enable row level security;
alter table learning_shared_topic force row level security;
create policy learning_shared_topic_read on learning_shared_topic for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (person = (select current_setting('app.person', true)::uuid) or is_of_set(learning_set)));
create policy learning_shared_topic_share on learning_shared_topic for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid) and reads_meeting(meeting));
create policy learning_shared_topic_take_back on learning_shared_topic for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, delete on learning_shared_topic to mcs_request;
