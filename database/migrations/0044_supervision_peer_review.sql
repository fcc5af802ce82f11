-- Peer review (SPEC 5.8): a forum with its facilitators and whom it invites, its dates with an open register, the cases and other
-- learning that people bring, and recommendations that are followed until they are everyday practice. Facts alone; every text is
-- sealed.

create table peer_forum (
  organisation uuid not null,
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  type_key text not null,
  chairs uuid[] not null check (cardinality(chairs) between 1 and 12),
  -- Whether everybody is invited whom the policy asks for this kind; and the teams of whom everybody is.
  asked boolean not null,
  units uuid[] not null check (cardinality(units) <= 20),
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  version integer not null check (version > 0),
  unique (organisation, id),
  foreign key (organisation, opened_by) references person (organisation, id),
  check (asked or cardinality(units) > 0)
);

create table peer_review (
  organisation uuid not null,
  id uuid primary key,
  forum uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  place_kind text not null check (place_kind in ('in person', 'video', 'phone')),
  place text not null check (length(place) <= 300),
  state text not null check (state in ('planned', 'open', 'held', 'called off')),
  led_by uuid,
  began_at timestamptz,
  finished_at timestamptz,
  session uuid references supervision_session (id),
  -- How often its record was saved; every save is a version of its own.
  record integer not null check (record >= 0),
  planned_by uuid not null,
  planned_at timestamptz not null,
  unique (organisation, id),
  foreign key (organisation, forum) references peer_forum (organisation, id),
  check ((began_at is null) = (led_by is null) and (state in ('open', 'held')) = (began_at is not null)
    and (state = 'held') = (finished_at is not null))
);
create index peer_review_of_forum on peer_review (organisation, forum, starts_at);
create index peer_review_of_session on peer_review (organisation, session) where session is not null;

create table peer_register (
  organisation uuid not null,
  review uuid not null,
  person uuid not null,
  stands text not null check (stands in ('coming', 'not coming', 'here')),
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organisation, review, person),
  foreign key (organisation, review) references peer_review (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);

create table peer_item (
  organisation uuid not null,
  id uuid primary key,
  review uuid not null,
  kind text not null check (kind in ('case', 'learning')),
  brought_by uuid not null,
  brought_at timestamptz not null,
  taken_back_at timestamptz,
  unique (organisation, id),
  foreign key (organisation, review) references peer_review (organisation, id),
  foreign key (organisation, brought_by) references person (organisation, id)
);
create index peer_item_of_review on peer_item (organisation, review);

create table peer_recommendation (
  organisation uuid not null,
  id uuid primary key,
  forum uuid not null,
  review uuid not null,
  owner uuid not null,
  unit uuid,
  due date not null,
  state text not null check (state in ('proposed', 'under way', 'embedded', 'not taken up')),
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null check (version > 0),
  unique (organisation, id),
  foreign key (organisation, forum) references peer_forum (organisation, id),
  foreign key (organisation, review) references peer_review (organisation, id),
  foreign key (organisation, owner) references person (organisation, id)
);
create index peer_recommendation_of_forum on peer_recommendation (organisation, forum);
create index peer_recommendation_of_owner on peer_recommendation (organisation, owner) where state in ('proposed', 'under way');

-- What came of a recommendation, report by report; its words are sealed.
create table peer_recommendation_report (
  organisation uuid not null,
  id uuid primary key,
  recommendation uuid not null,
  state text not null check (state in ('proposed', 'under way', 'embedded', 'not taken up')),
  due date not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  unique (organisation, id),
  foreign key (organisation, recommendation) references peer_recommendation (organisation, id)
);
create index peer_recommendation_report_of on peer_recommendation_report (organisation, recommendation);

do $$
declare
  one text;
begin
  foreach one in array array['peer_forum', 'peer_review', 'peer_register', 'peer_item', 'peer_recommendation',
      'peer_recommendation_report'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I for all to mcs_request
      using (organisation = (select current_setting(''app.organisation'', true)::uuid))', one || '_own', one);
  end loop;
end $$;
grant select, insert, update (name, chairs, asked, units, closed_at, version) on peer_forum to mcs_request;
grant select, insert, update (starts_at, minutes, place_kind, place, state, led_by, began_at, finished_at, session, record)
  on peer_review to mcs_request;
grant select, insert, update (stands, said_by, said_at) on peer_register to mcs_request;
grant select, insert, update (taken_back_at) on peer_item to mcs_request;
grant select, insert, update (owner, due, state, version) on peer_recommendation to mcs_request;
grant select, insert on peer_recommendation_report to mcs_request;

-- A peer review that was held counts as a session of those who came; its own record is kept with it.
alter table supervision_session drop constraint supervision_session_elsewhere_check;
alter table supervision_session add constraint supervision_session_elsewhere_check
  check (elsewhere in ('learning set', 'peer review'));
