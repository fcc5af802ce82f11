-- After the meetings of a set (SPEC 7.8, 7.9): what a presenter gives to somebody outside, a change that the whole set agrees may be
-- told, and what people learned since. Who, when and to whom are facts; every text is sealed.

create table learning_release (
  organisation uuid not null,
  id uuid primary key,
  meeting uuid not null,
  -- Which item it is: 'contribution 4', 'action …'.
  item text not null check (length(item) between 1 and 80),
  presenter uuid not null,
  recipient uuid not null check (recipient <> presenter),
  released_at timestamptz not null,
  read_at timestamptz,
  taken_back_at timestamptz,
  unique (organisation, id),
  foreign key (organisation, meeting) references learning_meeting (organisation, id),
  foreign key (organisation, presenter) references person (organisation, id),
  foreign key (organisation, recipient) references person (organisation, id),
  check (read_at is null or taken_back_at is null)
);
create index learning_release_of_meeting on learning_release (organisation, meeting);
create index learning_release_to on learning_release (organisation, recipient);

create table learning_announcement (
  organisation uuid not null,
  id uuid primary key,
  learning_set uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  version integer not null check (version > 0),
  -- Of the exact text and those to whom it is to be told.
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  recipients uuid[] not null check (cardinality(recipients) between 1 and 20),
  state text not null check (state in ('proposed', 'told', 'withdrawn')),
  ended_by uuid,
  ended_at timestamptz,
  unique (organisation, id),
  foreign key (organisation, learning_set) references learning_set (organisation, id),
  foreign key (organisation, proposed_by) references person (organisation, id),
  check ((state = 'proposed') = (ended_at is null) and (ended_by is null) = (ended_at is null))
);
create index learning_announcement_of_set on learning_announcement (organisation, learning_set);
create index learning_announcement_to on learning_announcement using gin (recipients);

-- Somebody agrees that this exact text may be told to these people; another text asks again.
create table learning_announcement_agreement (
  organisation uuid not null,
  announcement uuid not null,
  person uuid not null,
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  agreed_at timestamptz not null,
  primary key (organisation, announcement, person, text_hash),
  foreign key (organisation, announcement) references learning_announcement (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);

-- Who of those to whom it was told has read it.
create table learning_announcement_reading (
  organisation uuid not null,
  announcement uuid not null,
  person uuid not null,
  read_at timestamptz not null,
  primary key (organisation, announcement, person),
  foreign key (organisation, announcement) references learning_announcement (organisation, id)
);

-- What somebody learned, since a meeting or over the whole life of a set: that they wrote, and how much of it they share.
create table learning_reflection (
  organisation uuid not null,
  id uuid primary key,
  learning_set uuid not null,
  meeting uuid,
  person uuid not null,
  shared integer not null check (shared >= 0),
  -- What the shared answers are sealed about; another thing at every saving.
  shared_about uuid not null,
  save integer not null check (save > 0),
  saved_at timestamptz not null,
  unique (organisation, id),
  unique nulls not distinct (organisation, learning_set, meeting, person),
  foreign key (organisation, learning_set) references learning_set (organisation, id),
  foreign key (organisation, meeting) references learning_meeting (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);

do $$
declare
  one text;
begin
  foreach one in array array['learning_release', 'learning_announcement', 'learning_announcement_agreement',
      'learning_announcement_reading', 'learning_reflection'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
  end loop;
end $$;

-- Those who were in the meeting know that something of it was given away, and to whom.
create policy learning_release_read on learning_release for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (presenter = (select current_setting('app.person', true)::uuid)
      or recipient = (select current_setting('app.person', true)::uuid) or reads_meeting(meeting)));
create policy learning_release_give on learning_release for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and presenter = (select current_setting('app.person', true)::uuid) and reads_meeting(meeting)
    and read_at is null and taken_back_at is null);
create policy learning_release_end on learning_release for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and read_at is null and taken_back_at is null
    and (select current_setting('app.person', true)::uuid) in (presenter, recipient))
  with check ((read_at is null or recipient = (select current_setting('app.person', true)::uuid))
    and (taken_back_at is null or presenter = (select current_setting('app.person', true)::uuid)));
grant select, insert, update (read_at, taken_back_at) on learning_release to mcs_request;

create policy learning_announcement_read on learning_announcement for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (is_of_set(learning_set)
      or state = 'told' and (select current_setting('app.person', true)::uuid) = any(recipients)));
create policy learning_announcement_propose on learning_announcement for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and proposed_by = (select current_setting('app.person', true)::uuid) and is_of_set(learning_set)
    and state = 'proposed');
create policy learning_announcement_change on learning_announcement for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and is_of_set(learning_set)
    and state = 'proposed')
  with check (organisation = (select current_setting('app.organisation', true)::uuid) and is_of_set(learning_set));
grant select, insert, update (version, text_hash, recipients, state, ended_by, ended_at) on learning_announcement
  to mcs_request;

create function is_in_announcement(of_announcement uuid) returns boolean language sql stable as $$
  select exists (select from learning_announcement a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_announcement)
$$;
create function takes_agreement(of_announcement uuid, of_hash text) returns boolean language sql stable as $$
  select exists (select from learning_announcement a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_announcement
      and a.state = 'proposed' and a.text_hash = of_hash and is_of_set(a.learning_set))
$$;
grant execute on function is_in_announcement to mcs_request;
grant execute on function takes_agreement to mcs_request;

create policy learning_announcement_agreement_read on learning_announcement_agreement for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and is_in_announcement(announcement));
create policy learning_announcement_agreement_give on learning_announcement_agreement for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid) and takes_agreement(announcement, text_hash));
create policy learning_announcement_agreement_take_back on learning_announcement_agreement for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid) and takes_agreement(announcement, text_hash));
grant select, insert, delete on learning_announcement_agreement to mcs_request;

create policy learning_announcement_reading_read on learning_announcement_reading for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and is_in_announcement(announcement));
create policy learning_announcement_reading_say on learning_announcement_reading for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid) and is_in_announcement(announcement));
grant select, insert on learning_announcement_reading to mcs_request;

create policy learning_reflection_read on learning_reflection for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (person = (select current_setting('app.person', true)::uuid) or shared > 0 and is_of_set(learning_set)));
create policy learning_reflection_write on learning_reflection for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid) and is_of_set(learning_set));
create policy learning_reflection_again on learning_reflection for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, update (shared, shared_about, save, saved_at) on learning_reflection to mcs_request;
