-- Learning points (SPEC 10.3): drafted from something that was said, agreed to by everybody whose it is, read by a second reader,
-- approved and sent. Until it is sent the words are sealed, and its row is known to those who have a part in it; what was sent is
-- everybody's to find, in a table that says nothing of where it came from.

create table learning_point (
  organisation uuid not null,
  id uuid primary key,
  source_kind text not null check (source_kind in ('session', 'set', 'peer-review')),
  source uuid not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  -- Whose it is: whoever drafted it among them.
  concerned uuid[] not null check (cardinality(concerned) between 1 and 200),
  second_reader uuid not null,
  version integer not null check (version > 0),
  -- Of the exact text with its title.
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  subjects text[] not null check (cardinality(subjects) between 1 and 5),
  units uuid[] not null check (cardinality(units) <= 20),
  state text not null check (state in ('asked', 'declined', 'to be read', 'sent back', 'to be approved', 'sent', 'withdrawn')),
  back_because text check (back_because in ('known', 'unclear', 'said already', 'other')),
  changed_by uuid not null,
  changed_at timestamptz not null,
  unique (organisation, id),
  foreign key (organisation, drafted_by) references person (organisation, id),
  foreign key (organisation, second_reader) references person (organisation, id),
  check ((state = 'sent back') = (back_because is not null))
);
create index learning_point_concerned on learning_point using gin (concerned);
create index learning_point_state on learning_point (organisation, state);

create table learning_point_agreement (
  organisation uuid not null,
  point uuid not null,
  person uuid not null,
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  agreed_at timestamptz not null,
  primary key (organisation, point, person, text_hash),
  foreign key (organisation, point) references learning_point (organisation, id)
);

-- What was sent. Of whom it came is not here; the words go when it is withdrawn.
create table learning_released (
  organisation uuid not null,
  id uuid primary key,
  title text not null,
  words text not null,
  subjects text[] not null,
  units uuid[] not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  unique (organisation, id),
  foreign key (organisation, id) references learning_point (organisation, id),
  check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_at is null or (title = '' and words = '')))
);
create index learning_released_sent on learning_released (organisation, sent_at);

create table learning_released_reading (
  organisation uuid not null,
  point uuid not null,
  person uuid not null,
  read_at timestamptz not null,
  primary key (organisation, point, person),
  foreign key (organisation, point) references learning_released (organisation, id)
);

do $$
declare
  one text;
begin
  foreach one in array array['learning_point', 'learning_point_agreement', 'learning_released',
      'learning_released_reading'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
  end loop;
end $$;

create policy learning_point_known on learning_point for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and ((select current_setting('app.person', true)::uuid) = any(concerned)
      or (second_reader = (select current_setting('app.person', true)::uuid)
        and state = 'to be read')
      or state = 'to be approved' or changed_by = (select current_setting('app.person', true)::uuid)))
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and changed_by = (select current_setting('app.person', true)::uuid));
grant select, insert, update (second_reader, version, text_hash, subjects, units, state, back_because, changed_by, changed_at)
  on learning_point to mcs_request;

create function knows_learning_point(of_point uuid) returns boolean language sql stable as $$
  select exists (select from learning_point p
    where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.id = of_point)
$$;
grant execute on function knows_learning_point to mcs_request;

create policy learning_point_agreement_read on learning_point_agreement for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and knows_learning_point(point));
create policy learning_point_agreement_give on learning_point_agreement for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid) and knows_learning_point(point));
create policy learning_point_agreement_take_back on learning_point_agreement for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, delete on learning_point_agreement to mcs_request;

create policy learning_released_own on learning_released for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (title, words, withdrawn_by, withdrawn_at) on learning_released to mcs_request;

create policy learning_released_reading_read on learning_released_reading for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy learning_released_reading_say on learning_released_reading for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert on learning_released_reading to mcs_request;
