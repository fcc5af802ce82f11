-- Preparation before a session (SPEC 5.4): how far it has come, as facts. What is written in it is sealed text about a
-- sheet: one sheet about oneself, and one for each case that is brought.

create table preparation (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  session uuid not null references supervision_session (id),
  person uuid not null,
  -- For its author's eyes alone: then nobody else learns that it is there.
  private boolean not null,
  -- How often it was said to be ready; 0 before the first time.
  version integer not null default 0 check (version >= 0),
  -- Something was typed since it was last ready.
  changed boolean not null default false,
  records_reviewed boolean not null default false,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  first_ready_at timestamptz,
  ready_at timestamptz,
  unique (organisation, session, person),
  check ((version = 0) = (ready_at is null)),
  check ((version = 0) = (first_ready_at is null))
);
create index preparation_person on preparation (organisation, person);
alter table preparation enable row level security;
alter table preparation force row level security;
create policy preparation_own on preparation to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (not private or person = (select current_setting('app.person', true)::uuid)));
grant select, insert, update (version, changed, records_reviewed, saved_at, first_ready_at, ready_at)
  on preparation to mcs_request;

create table preparation_sheet (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  preparation uuid not null references preparation (id),
  -- The case that it is about; none for the sheet about oneself.
  case_id uuid,
  -- Counts every save of the draft, so that a stale one is noticed.
  save integer not null default 0 check (save >= 0),
  saved_at timestamptz not null,
  unique nulls not distinct (organisation, preparation, case_id)
);
alter table preparation_sheet enable row level security;
alter table preparation_sheet force row level security;
create policy preparation_sheet_own on preparation_sheet to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and exists (select from preparation p where p.organisation = preparation_sheet.organisation
      and p.id = preparation_sheet.preparation));
grant select, insert, update (save, saved_at) on preparation_sheet to mcs_request;

-- A session that was put off because somebody had not prepared: whom it concerns, and which line manager was told that it
-- happened. Fixed words, days and ids only; what the person says of it is sealed.
create table session_postponement (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  session uuid not null references supervision_session (id),
  person uuid not null,
  -- The whole session was cancelled, or only this person's part of a group's session was put off.
  whole boolean not null,
  type_key text not null,
  day date not null,
  postponed_by uuid not null,
  postponed_at timestamptz not null,
  rebooker uuid,
  deadline date,
  high_priority boolean not null,
  -- The line manager who was told, if the policy says so and there is one.
  told uuid,
  commented_at timestamptz,
  undone_at timestamptz
);
create unique index session_postponement_once on session_postponement (organisation, session, person)
  where undone_at is null;
create index session_postponement_person on session_postponement (organisation, person, day);
create index session_postponement_told on session_postponement (organisation, told) where undone_at is null;
alter table session_postponement enable row level security;
alter table session_postponement force row level security;
create policy session_postponement_own on session_postponement to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (commented_at, undone_at) on session_postponement to mcs_request;
