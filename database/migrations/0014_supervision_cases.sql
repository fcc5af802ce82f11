-- Cases that come to supervision (SPEC 6.1 to 6.4): who holds them and how they stand. What they are about, the criteria
-- included, is sealed; nothing here says what is wrong in a family.
create table supervision_case (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  holder uuid not null,
  -- What the sealed texts are about: the case itself, until it is handed over. Whoever had it before keeps what was sealed
  -- up to that day, and nothing of what the next holder writes.
  details uuid not null,
  state text not null check (state in ('open', 'closed')),
  opened_on date not null,
  closed_on date,
  closed_because text check (closed_because in ('criteria no longer met', 'moved away', 'another service holds it',
    'reached the age limit', 'died', 'listed by mistake')),
  -- Whether a criterion of the policy is met, never which: so that cases not brought can be counted.
  meets_criterion boolean not null,
  -- The sealed version that stands.
  version integer not null default 1 check (version > 0),
  -- Counts every change of this row, so that a stale page is noticed.
  save integer not null default 1 check (save > 0),
  saved_at timestamptz not null,
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'closed') = (closed_because is not null)),
  check (closed_on is null or closed_on >= opened_on)
);
create index supervision_case_holder on supervision_case (organisation, holder, state);
alter table supervision_case enable row level security;
alter table supervision_case force row level security;
create policy supervision_case_own on supervision_case to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (holder, details, state, closed_on, closed_because, meets_criterion, version, save, saved_at)
  on supervision_case to mcs_request;

-- A case on its way from one colleague to another: offered, then accepted, declined or taken back.
create table case_handover (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  case_id uuid not null references supervision_case (id),
  from_person uuid not null,
  to_person uuid not null,
  state text not null check (state in ('offered', 'accepted', 'declined', 'taken back')),
  offered_at timestamptz not null,
  answered_at timestamptz,
  -- What the one who handed over keeps: the sealed thing and its version as they were on that day.
  details_before uuid,
  version_before integer,
  check ((state = 'accepted') = (details_before is not null)),
  check ((state = 'accepted') = (version_before is not null)),
  check (from_person <> to_person),
  check ((state = 'offered') = (answered_at is null))
);
create unique index case_handover_once on case_handover (organisation, case_id) where state = 'offered';
create index case_handover_case on case_handover (organisation, case_id);
create index case_handover_to on case_handover (organisation, to_person) where state = 'offered';
create index case_handover_from on case_handover (organisation, from_person);
alter table case_handover enable row level security;
alter table case_handover force row level security;
create policy case_handover_own on case_handover to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (state, answered_at, details_before, version_before) on case_handover to mcs_request;

-- Which cases come to a session and which stay at home. How a case is called there, and why it is left out, is sealed.
create table session_case (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  session uuid not null references supervision_session (id),
  case_id uuid not null references supervision_case (id),
  brought_by uuid not null,
  state text not null check (state in ('brought', 'not brought')),
  -- The sealed version that stands.
  version integer not null default 1 check (version > 0),
  at timestamptz not null,
  unique (organisation, session, case_id)
);
create index session_case_case on session_case (organisation, case_id);
alter table session_case enable row level security;
alter table session_case force row level security;
create policy session_case_own on session_case to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (state, version, at), delete on session_case to mcs_request;

-- Whoever declines a case that was offered gives up reading it; the lines of the trail stay.
create policy sealed_reader_decline on sealed_reader for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and because = 'was offered it'
    and person = (select current_setting('app.person', true)::uuid));
