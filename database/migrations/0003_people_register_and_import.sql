-- Persons, units, posts, absences, registrations, training, roles, and the import that brings them in (SPEC 1).
-- Rows that figures rest on are never overwritten: a change ends the old row's `superseded_at` and adds a new row, so
-- that any figure can be had as at any past day (from_day, to_day) and as it was known then (recorded_at, superseded_at).
-- to_day is the last day on which a row holds; null means until further notice.

create table person (
  organisation uuid not null references organisation (id),
  id uuid not null,
  staff_number text check (staff_number <> '' and length(staff_number) <= 40),
  name text not null check (name <> '' and length(name) <= 200),
  email text check (email <> '' and length(email) <= 254),
  -- The last day at the organisation; null while the person works here.
  left_on date,
  version integer not null default 1,
  primary key (organisation, id),
  unique (organisation, staff_number)
);
create unique index person_email on person (organisation, lower(email));

create table unit (
  organisation uuid not null references organisation (id),
  id uuid not null,
  primary key (organisation, id)
);

-- What a unit is called and where it stands, over time.
create table unit_place (
  organisation uuid not null,
  number bigint generated always as identity primary key,
  unit uuid not null,
  name text not null check (name <> '' and length(name) <= 200),
  parent uuid,
  from_day date not null,
  to_day date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  check (to_day is null or to_day >= from_day),
  check (parent is null or parent <> unit),
  foreign key (organisation, unit) references unit (organisation, id),
  foreign key (organisation, parent) references unit (organisation, id)
);
create index unit_place_unit on unit_place (organisation, unit);

create table unit_lead (
  organisation uuid not null,
  number bigint generated always as identity primary key,
  unit uuid not null,
  person uuid not null,
  from_day date not null,
  to_day date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  check (to_day is null or to_day >= from_day),
  foreign key (organisation, unit) references unit (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);
create index unit_lead_unit on unit_lead (organisation, unit) where superseded_at is null;
create index unit_lead_person on unit_lead (organisation, person) where superseded_at is null;

-- One row for each stretch of time in which nothing about a post changed.
create table post (
  organisation uuid not null,
  number bigint generated always as identity primary key,
  post uuid not null,
  person uuid not null,
  -- The assignment number of the workforce system, '' when it gives none.
  assignment text not null default '',
  unit uuid,
  staff_group text check (staff_group <> ''),
  profession text,
  band text,
  training_stage text,
  hours_per_week numeric(5, 2) check (hours_per_week between 0 and 168),
  kind text not null check (kind in
    ('permanent', 'fixed term', 'bank', 'agency', 'locum', 'contracted', 'temporary', 'honorary')),
  caseload boolean,
  manager uuid,
  -- When the post as a whole began, as the workforce system says it.
  started date not null,
  from_day date not null,
  to_day date,
  import uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  check (to_day is null or to_day >= from_day),
  check (manager is null or manager <> person),
  foreign key (organisation, person) references person (organisation, id),
  foreign key (organisation, unit) references unit (organisation, id),
  foreign key (organisation, manager) references person (organisation, id)
);
create index post_person on post (organisation, person);
create index post_unit on post (organisation, unit) where superseded_at is null;
create index post_manager on post (organisation, manager) where superseded_at is null;

create table absence (
  organisation uuid not null,
  number bigint generated always as identity primary key,
  absence uuid not null,
  person uuid not null,
  kind text not null check (kind in
    ('annual leave', 'sickness', 'maternity leave', 'parental leave', 'study leave', 'career break', 'secondment',
     'no caseload', 'suspension', 'other')),
  from_day date not null,
  to_day date,
  approved_by uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  check (to_day is null or to_day >= from_day),
  foreign key (organisation, person) references person (organisation, id),
  foreign key (organisation, approved_by) references person (organisation, id)
);
create index absence_person on absence (organisation, person);

create table registration (
  organisation uuid not null,
  number bigint generated always as identity primary key,
  registration uuid not null,
  person uuid not null,
  -- 'supervisor role': a key of the policy's roles, such as named-midwife; 'competence': one that was signed off.
  kind text not null check (kind in ('registration', 'accreditation', 'supervisor role', 'competence')),
  body text not null check (body <> '' and length(body) <= 100),
  from_day date not null,
  to_day date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  check (to_day is null or to_day >= from_day),
  foreign key (organisation, person) references person (organisation, id)
);
create index registration_person on registration (organisation, person);

-- Training levels reached, as imported (SPEC 1.5).
create table training (
  organisation uuid not null,
  number bigint generated always as identity primary key,
  person uuid not null,
  subject text not null check (subject <> '' and length(subject) <= 100),
  level text not null check (level <> '' and length(level) <= 40),
  on_day date not null,
  expires_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  foreign key (organisation, person) references person (organisation, id)
);
create index training_person on training (organisation, person);

-- Roles granted (SPEC 1.4). A grant is ended, never removed; who did it stays.
create table role_grant (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  role text not null check (role in
    ('administrator', 'SPOA administrator', 'safeguarding advisor', 'senior advisor', 'named professional',
     'designated professional', 'director', 'auditor', 'learning lead', 'programme lead')),
  from_day date not null,
  to_day date,
  reason text not null check (reason <> '' and length(reason) <= 500),
  granted_by uuid not null,
  granted_at timestamptz not null,
  -- The only administrator there was granted it to himself; it shows.
  granted_to_self boolean not null default false,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text check (length(end_reason) <= 500),
  primary key (organisation, id),
  check (to_day is null or to_day >= from_day or ended_at is not null),
  check (granted_to_self = (granted_by = person)),
  foreign key (organisation, person) references person (organisation, id)
);
create index role_grant_person on role_grant (organisation, person);
create index role_grant_role on role_grant (organisation, role);

-- An import from its file to its end. The file is kept in pieces so that any node can read it, until the import ends.
create table staff_import (
  organisation uuid not null references organisation (id),
  id uuid not null,
  file_name text not null check (length(file_name) <= 200),
  bytes bigint not null check (bytes >= 0),
  encoding text not null check (encoding in ('utf-8', 'windows-1252', 'utf-16le')),
  delimiter text not null check (length(delimiter) = 1),
  headers jsonb not null check (jsonb_typeof(headers) = 'object'),
  state text not null check (state in
    ('choosing columns', 'checking', 'checked', 'importing', 'imported', 'cancelled', 'failed')),
  -- What was chosen: columns, words for staff groups, the day changes take effect, leavers.
  choices jsonb not null default '{}' check (jsonb_typeof(choices) = 'object'),
  -- How far reading has come: bytes, lines, and rows.
  read_bytes bigint not null default 0,
  read_lines integer not null default 0,
  read_rows integer not null default 0,
  counts jsonb not null default '{}' check (jsonb_typeof(counts) = 'object'),
  fault text,
  -- What the register looked like when the file was compared with it; when it differs, compare again.
  register_mark text not null default '',
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (organisation, id)
);
create index staff_import_made on staff_import (organisation, made_at);

create table staff_import_piece (
  organisation uuid not null,
  import uuid not null,
  number integer not null,
  bytes bytea not null,
  primary key (organisation, import, number),
  foreign key (organisation, import) references staff_import (organisation, id) on delete cascade
);
-- Already dense or about to be thrown away: not worth compressing.
alter table staff_import_piece alter column bytes set storage external;

-- The rows of a file, read and checked. Unlogged: after a crash of the database the file is read again.
create unlogged table staff_import_row (
  organisation uuid not null,
  import uuid not null,
  line integer not null,
  staff_number text,
  assignment text not null default '',
  name text,
  email text,
  unit_path text,
  staff_group text,
  profession text,
  band text,
  training_stage text,
  hours_per_week numeric(5, 2),
  kind text,
  caseload boolean,
  manager_number text,
  started date,
  ended date,
  has_left boolean not null default false,
  training_level text,
  training_day date,
  registration text,
  -- 'column|reason' on a line of its own for each fault; null when the row is good.
  faults text,
  -- What is imported, but not all of it: the line manager is on a refused line.
  notes text
);
create index staff_import_row_import on staff_import_row (organisation, import);

-- What was chosen last time for a heading or a word of the file, so that it need not be chosen again.
create table staff_import_word (
  organisation uuid not null references organisation (id),
  kind text not null check (kind in ('column', 'staff group')),
  heard text not null check (length(heard) <= 200),
  meant text not null check (length(meant) <= 200),
  primary key (organisation, kind, heard)
);

do $$
declare
  name text;
begin
  foreach name in array array['person', 'unit', 'unit_place', 'unit_lead', 'post', 'absence', 'registration',
    'training', 'role_grant', 'staff_import', 'staff_import_piece', 'staff_import_row', 'staff_import_word'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to mcs_request using (organisation = '
      '(select current_setting(''app.organisation'', true)::uuid))', name || '_own', name);
  end loop;
end $$;

grant select, insert, update (staff_number, name, email, left_on, version) on person to mcs_request;
grant select, insert on unit to mcs_request;
-- History stands: what was written may only be superseded.
grant select, insert, update (superseded_at) on unit_place, unit_lead, post, absence, registration, training
  to mcs_request;
grant select, insert, update (to_day, ended_by, ended_at, end_reason) on role_grant to mcs_request;
grant select, insert, update on staff_import to mcs_request;
grant select, insert, delete on staff_import_piece, staff_import_row to mcs_request;
grant update on staff_import_row to mcs_request;
grant select, insert, update, delete on staff_import_word to mcs_request;
