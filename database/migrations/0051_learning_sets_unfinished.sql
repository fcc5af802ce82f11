-- Meetings that nobody finished are closed by the service, which opens nobody's words: so who came to a meeting stands beside its
-- sealed log as a fact, told by whoever has a seat in it.
create table learning_meeting_came (
  organisation uuid not null,
  meeting uuid not null,
  person uuid not null,
  part text not null check (part in ('facilitator', 'deputy', 'member')),
  came_at timestamptz not null,
  primary key (organisation, meeting, person),
  foreign key (organisation, meeting) references learning_meeting (organisation, id)
);
alter table learning_meeting_came enable row level security;
alter table learning_meeting_came force row level security;
create policy learning_meeting_came_read on learning_meeting_came for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy learning_meeting_came_add on learning_meeting_came for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid) and reads_meeting(meeting));
grant select, insert on learning_meeting_came to mcs_request;

alter table learning_meeting add column closed_at timestamptz;
alter table learning_meeting add constraint learning_meeting_closed check (closed_at is null or state = 'finished');
grant update (closed_at) on learning_meeting to mcs_request;

-- What a set did not want kept is destroyed by the service, too, when it closes the meeting. It sees the key for that, not the
-- events that the key opens.
create policy sealed_text_forget_closed on sealed_text for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and about_kind = 'meeting'
    and field = 'words' and (select current_setting('app.person', true)) = '00000000-0000-0000-0000-000000000001'
    and keeps_no_words(about));
create policy sealed_text_see_closed on sealed_text for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and about_kind = 'meeting'
    and field = 'words' and (select current_setting('app.person', true)) = '00000000-0000-0000-0000-000000000001'
    and keeps_no_words(about));
