-- Whether words are kept is decided by one who would rather not, and nobody learns who it was: what was said stands without a
-- name, and which of them is one's own is known to oneself alone.
create table learning_capture_choice (
  organisation uuid not null,
  meeting uuid not null,
  token uuid not null,
  agrees boolean not null,
  primary key (organisation, token),
  foreign key (organisation, meeting) references learning_meeting (organisation, id)
);
create index learning_capture_choice_of_meeting on learning_capture_choice (organisation, meeting);

-- Whoever owns the tables reads every row of this one while it moves.
alter table learning_capture_word no force row level security;
alter table learning_capture_word add column token uuid not null default gen_random_uuid();
alter table learning_capture_word alter column token drop default;
insert into learning_capture_choice (organisation, meeting, token, agrees)
  select organisation, meeting, token, agrees from learning_capture_word order by token;
alter table learning_capture_word force row level security;
revoke update (agrees, said_at) on learning_capture_word from mcs_request;
alter table learning_capture_word drop column agrees;
alter table learning_capture_word add unique (organisation, token);
grant update (said_at) on learning_capture_word to mcs_request;

drop policy learning_capture_word_read on learning_capture_word;
create policy learning_capture_word_read on learning_capture_word for select to mcs_request using (
  organisation = (select current_setting('app.organisation', true)::uuid)
  and person = (select current_setting('app.person', true)::uuid));

create function is_own_capture_word(of_token uuid, of_meeting uuid) returns boolean language sql stable as $$
  select exists (select from learning_capture_word w
    where w.organisation = (select current_setting('app.organisation', true)::uuid)
      and w.person = (select current_setting('app.person', true)::uuid)
      and w.token = of_token and w.meeting = of_meeting)
$$;
grant execute on function is_own_capture_word(uuid, uuid) to mcs_request;

alter table learning_capture_choice enable row level security;
alter table learning_capture_choice force row level security;
create policy learning_capture_choice_read on learning_capture_choice for select to mcs_request using (
  organisation = (select current_setting('app.organisation', true)::uuid) and is_of_meeting_set(meeting));
create policy learning_capture_choice_say on learning_capture_choice for insert to mcs_request with check (
  organisation = (select current_setting('app.organisation', true)::uuid)
  and is_of_meeting_set(meeting) and is_own_capture_word(token, meeting));
create policy learning_capture_choice_again on learning_capture_choice for update to mcs_request using (
  organisation = (select current_setting('app.organisation', true)::uuid) and is_own_capture_word(token, meeting));
grant select, insert, update (agrees) on learning_capture_choice to mcs_request;
