-- The discussion of cases (SPEC 6.2 to 6.6, 12.8): cases that were not reached, plans entered in the clinical record, and cover.
-- Facts only: fixed words, days, moments and ids.

-- A brought case that there was no time for: it goes back on the list for next time.
create table case_not_reached (
  organisation uuid not null references organisation (id),
  session uuid not null references supervision_session (id),
  case_id uuid not null references supervision_case (id),
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organisation, session, case_id)
);
create index case_not_reached_case on case_not_reached (organisation, case_id);
alter table case_not_reached enable row level security;
alter table case_not_reached force row level security;
create policy case_not_reached_own on case_not_reached to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, delete on case_not_reached to mcs_request;

-- When the plan of a version was entered in the clinical record, or that it need not be: the holder's word.
create table clinical_entry (
  organisation uuid not null references organisation (id),
  record uuid not null references session_record (id),
  number integer not null check (number > 0),
  outcome text not null check (outcome in ('entered', 'not needed')),
  entered_on date,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organisation, record, number),
  check ((outcome = 'entered') = (entered_on is not null))
);
alter table clinical_entry enable row level security;
alter table clinical_entry force row level security;
create policy clinical_entry_own on clinical_entry to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on clinical_entry to mcs_request;

-- A colleague who may read one case and its discussions up to a day, and no longer.
create table case_cover (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  case_id uuid not null references supervision_case (id),
  colleague uuid not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  until_day date not null,
  ended_at timestamptz,
  ended_by uuid,
  check (colleague <> granted_by),
  check ((ended_at is null) = (ended_by is null))
);
create index case_cover_case on case_cover (organisation, case_id);
create index case_cover_colleague on case_cover (organisation, colleague) where ended_at is null;
alter table case_cover enable row level security;
alter table case_cover force row level security;
create policy case_cover_own on case_cover to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (ended_at, ended_by) on case_cover to mcs_request;

-- Actions can come from the discussion of a case, and be taken for a team.
alter table action drop constraint action_from_kind_check;
alter table action add constraint action_from_kind_check
  check (from_kind in ('session', 'discussion', 'team evidence', 'meeting', 'advice', 'audit'));
