-- What each person of a set says beforehand about keeping the words of a meeting. One who would rather not decides it.
create table learning_capture_word (
  organisation uuid not null,
  meeting uuid not null,
  person uuid not null,
  agrees boolean not null,
  said_at timestamptz not null,
  primary key (organisation, meeting, person),
  foreign key (organisation, meeting) references learning_meeting (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);
alter table learning_capture_word enable row level security;
alter table learning_capture_word force row level security;

-- Whether the asker is of the set that holds a meeting.
create function is_of_meeting_set(of_meeting uuid) returns boolean language sql stable as $$
  select exists (select from learning_meeting m
    where m.organisation = (select current_setting('app.organisation', true)::uuid) and m.id = of_meeting
      and is_of_set(m.learning_set))
$$;
grant execute on function is_of_meeting_set to mcs_request;

create policy learning_capture_word_read on learning_capture_word for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and is_of_meeting_set(meeting));
create policy learning_capture_word_say on learning_capture_word for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid) and is_of_meeting_set(meeting));
create policy learning_capture_word_again on learning_capture_word for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, update (agrees, said_at) on learning_capture_word to mcs_request;
