-- Meetings of learning sets (SPEC 7.2, 7.3): when they are, what happened in them in its order, who was heard of when, who sent
-- apologies, who drafted a topic, and whose turns they were. What was said is sealed: its key is the meeting's own.

create table learning_meeting (
  organisation uuid not null,
  id uuid primary key,
  learning_set uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 10 and 600),
  place text not null check (length(place) <= 300),
  -- The key of its format in the policy; the format itself goes with the meeting from its opening on.
  format_key text not null check (length(format_key) between 1 and 80),
  capture text not null check (capture in ('kept', 'not kept')),
  state text not null check (state in ('planned', 'open', 'finished', 'called off')),
  planned_by uuid not null,
  planned_at timestamptz not null,
  version integer not null check (version > 0),
  -- The number of its newest event.
  last_event integer not null default 0 check (last_event >= 0),
  -- The held session as which it counts.
  session uuid,
  unique (organisation, id),
  foreign key (organisation, learning_set) references learning_set (organisation, id),
  check ((last_event > 0) = (state in ('open', 'finished'))),
  check (session is null or state = 'finished')
);
create index learning_meeting_of_set on learning_meeting (organisation, learning_set, starts_at);
create unique index learning_meeting_one_open on learning_meeting (organisation, learning_set) where state = 'open';

-- What happened, in its order. The number, the kind of event, who did it, when and under which key are facts; the rest is sealed,
-- its free words apart from it, under another key, so that a set that keeps no words can have them destroyed.
create table learning_meeting_event (
  organisation uuid not null,
  meeting uuid not null,
  number integer not null check (number > 0),
  type text not null check (length(type) between 1 and 40),
  by_person uuid not null,
  at timestamptz not null,
  key text not null check (length(key) between 1 and 200),
  sealed bytea not null,
  sealed_words bytea,
  primary key (organisation, meeting, number),
  foreign key (organisation, meeting) references learning_meeting (organisation, id)
);

-- The newest sign of life of each person's devices.
create table learning_meeting_presence (
  organisation uuid not null,
  meeting uuid not null,
  person uuid not null,
  heard_at timestamptz not null,
  primary key (organisation, meeting, person),
  foreign key (organisation, meeting) references learning_meeting (organisation, id)
);

create table learning_meeting_apology (
  organisation uuid not null,
  meeting uuid not null,
  person uuid not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organisation, meeting, person),
  foreign key (organisation, meeting) references learning_meeting (organisation, id)
);

-- A topic that somebody drafts for themselves: that there is one is as private as what it says.
create table learning_topic_draft (
  organisation uuid not null,
  id uuid primary key,
  meeting uuid not null,
  person uuid not null,
  save integer not null default 0 check (save >= 0),
  saved_at timestamptz not null,
  unique (organisation, meeting, person),
  foreign key (organisation, meeting) references learning_meeting (organisation, id)
);

-- What a finished meeting adds to the turns of its set, for its own people: who was there, who presented and how long, who asked
-- and was put off, who had which role. Words (why the set chose otherwise, topics that wait) are sealed with the meeting's key.
create table learning_meeting_turns (
  organisation uuid not null,
  meeting uuid not null,
  learning_set uuid not null,
  day date not null,
  facts jsonb not null,
  sealed bytea not null,
  primary key (organisation, meeting),
  foreign key (organisation, meeting) references learning_meeting (organisation, id),
  foreign key (organisation, learning_set) references learning_set (organisation, id)
);
create index learning_meeting_turns_of_set on learning_meeting_turns (organisation, learning_set, day);

create function reads_meeting(of_meeting uuid) returns boolean language sql stable as $$
  select exists (select from sealed_reader r
    where r.organisation = (select current_setting('app.organisation', true)::uuid)
      and r.about_kind = 'meeting' and r.about = of_meeting
      and r.person = (select current_setting('app.person', true)::uuid) and (r.until is null or r.until > now()))
$$;
create function is_of_set(of_set uuid) returns boolean language sql stable as $$
  select exists (select from learning_set_membership m
    where m.organisation = (select current_setting('app.organisation', true)::uuid)
      and m.learning_set = of_set and m.person = (select current_setting('app.person', true)::uuid))
$$;
create function keeps_no_words(of_meeting uuid) returns boolean language sql stable as $$
  select exists (select from learning_meeting m
    where m.organisation = (select current_setting('app.organisation', true)::uuid) and m.id = of_meeting
      and m.state = 'finished' and m.capture = 'not kept')
$$;
grant execute on function reads_meeting to mcs_request;
grant execute on function is_of_set to mcs_request;
grant execute on function keeps_no_words to mcs_request;

do $$
declare
  one text;
begin
  foreach one in array array['learning_meeting', 'learning_meeting_event', 'learning_meeting_presence',
      'learning_meeting_apology', 'learning_topic_draft', 'learning_meeting_turns'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
  end loop;
end $$;

create policy learning_meeting_own on learning_meeting to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (starts_at, minutes, place, format_key, capture, state, version, last_event, session)
  on learning_meeting to mcs_request;

create policy learning_meeting_event_read on learning_meeting_event for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and reads_meeting(meeting));
create policy learning_meeting_event_add on learning_meeting_event for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and by_person = (select current_setting('app.person', true)::uuid) and reads_meeting(meeting));
grant select, insert on learning_meeting_event to mcs_request;

create policy learning_meeting_presence_read on learning_meeting_presence for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy learning_meeting_presence_say on learning_meeting_presence for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
create policy learning_meeting_presence_again on learning_meeting_presence for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, update (heard_at) on learning_meeting_presence to mcs_request;

create policy learning_meeting_apology_read on learning_meeting_apology for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy learning_meeting_apology_say on learning_meeting_apology for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and said_by = (select current_setting('app.person', true)::uuid));
create policy learning_meeting_apology_take_back on learning_meeting_apology for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (select current_setting('app.person', true)::uuid) in (person, said_by));
grant select, insert, delete on learning_meeting_apology to mcs_request;

create policy learning_topic_draft_own on learning_topic_draft to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, update (save, saved_at) on learning_topic_draft to mcs_request;

create policy learning_meeting_turns_read on learning_meeting_turns for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and is_of_set(learning_set));
create policy learning_meeting_turns_add on learning_meeting_turns for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid) and reads_meeting(meeting));
grant select, insert on learning_meeting_turns to mcs_request;

-- The key of a meeting's words goes when the set keeps none: with it, nothing of them opens any more.
create policy sealed_text_forget on sealed_text for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and about_kind = 'meeting'
    and field = 'words' and reads_meeting(about) and keeps_no_words(about));
