-- Observations of supervisors at work (SPEC 9.3): planned for a booked session, with the consent of everybody in it; what was
-- seen is sealed under a kind of its own; the supervisor's comment, the report to the director, and who has read it.

alter table sealed_text drop constraint sealed_text_kind_check;
alter table sealed_text add constraint sealed_text_kind_check check (kind in
  ('note', 'one-to-one record', 'case discussion', 'set', 'agreement', 'advice', 'concern', 'observation'));

alter table action drop constraint action_from_kind_check;
alter table action add constraint action_from_kind_check check (from_kind in
  ('session', 'discussion', 'team evidence', 'meeting', 'advice', 'audit', 'observation'));

create table observation (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  pathway_key text not null check (pathway_key <> '' and length(pathway_key) <= 100),
  supervisor uuid not null,
  observer uuid not null,
  -- None for one that was recorded from paper.
  session uuid,
  planned_by uuid not null,
  planned_at timestamptz not null,
  called_off_at timestamptz,
  -- How many of the session's people have said yes, and no. Which is which stands in observation_consent, for each alone.
  agreed integer not null default 0 check (agreed >= 0),
  refused integer not null default 0 check (refused >= 0),
  seen_on date,
  save integer not null default 0 check (save >= 0),
  version integer not null default 0 check (version >= 0),
  sent_at timestamptz,
  passed_at timestamptz,
  check (supervisor <> observer),
  check (session is not null or seen_on is not null),
  check (version = 0 or (sent_at is not null and seen_on is not null)),
  check (passed_at is null or version > 0),
  unique (organisation, id),
  foreign key (session) references supervision_session (id),
  foreign key (organisation, supervisor) references person (organisation, id),
  foreign key (organisation, observer) references person (organisation, id)
);
create index observation_supervisor on observation (organisation, supervisor);
create index observation_session on observation (organisation, session);
alter table observation enable row level security;
alter table observation force row level security;
create policy observation_read on observation for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy observation_write on observation for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and planned_by = (select current_setting('app.person', true)::uuid));
-- The observer alone says how it stands; those who are asked count themselves in, which only the two counts allow.
create policy observation_change on observation for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on observation to mcs_request;
grant update (called_off_at, agreed, refused, seen_on, save, version, sent_at, passed_at) on observation to mcs_request;

-- Yes or no of one person: nobody else sees the row.
create table observation_consent (
  organisation uuid not null,
  observation uuid not null,
  person uuid not null,
  agrees boolean not null,
  answered_at timestamptz not null,
  primary key (organisation, observation, person),
  foreign key (organisation, observation) references observation (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);
alter table observation_consent enable row level security;
alter table observation_consent force row level security;
create policy observation_consent_own on observation_consent for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid))
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, update (agrees, answered_at) on observation_consent to mcs_request;

-- What the supervisor says of what was sent; the words are sealed.
create table observation_comment (
  organisation uuid not null,
  id uuid primary key,
  observation uuid not null,
  version integer not null check (version > 0),
  person uuid not null,
  outcome text not null check (outcome in ('agreed', 'commented')),
  written_at timestamptz not null,
  unique (organisation, observation, version),
  foreign key (organisation, observation) references observation (organisation, id)
);
alter table observation_comment enable row level security;
alter table observation_comment force row level security;
create policy observation_comment_read on observation_comment for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy observation_comment_write on observation_comment for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid)
    and exists (select from observation o where o.organisation = observation_comment.organisation
      and o.id = observation_comment.observation and o.supervisor = observation_comment.person));
grant select, insert on observation_comment to mcs_request;

-- That somebody to whom the report goes has it.
create table observation_receipt (
  organisation uuid not null,
  observation uuid not null,
  person uuid not null,
  received_at timestamptz not null,
  primary key (organisation, observation, person),
  foreign key (organisation, observation) references observation (organisation, id)
);
alter table observation_receipt enable row level security;
alter table observation_receipt force row level security;
create policy observation_receipt_read on observation_receipt for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy observation_receipt_write on observation_receipt for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert on observation_receipt to mcs_request;
