-- Concerns that were passed on (SPEC 4.6, 12.4). Facts in plain columns, never what was said: the words are sealed, as
-- 'concern'. Rows are added and never changed; what comes later is a further entry.
create table concern (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  -- What somebody was reading when they passed it on; empty when it came from nowhere in particular.
  about_kind text check (about_kind in ('session', 'session record', 'case', 'preparation')),
  about uuid,
  kind text not null check (kind in ('safeguarding children', 'safeguarding adults', 'misconduct', 'practice',
    'whistle-blowing', 'dignity at work', 'fraud', 'immediate danger', 'disagreement', 'wellbeing', 'something else')),
  route_key text check (length(route_key) <= 80),
  raised_by uuid not null,
  raised_at timestamptz not null,
  outcome text not null check (outcome in ('told', 'not shared')),
  told_at timestamptz,
  told_how text check (told_how in ('in person', 'phone', 'video', 'e-mail', 'form', 'other')),
  -- The colleague it is about, when it is about one, and how it stands with telling them.
  named uuid,
  telling text not null check (telling in ('nobody is named', 'told', 'told here', 'not yet')),
  unique (organisation, id),
  check ((about_kind is null) = (about is null)),
  check ((outcome = 'told') = (told_at is not null and told_how is not null)),
  check ((named is null) = (telling = 'nobody is named')),
  check (named is distinct from raised_by)
);
create index concern_raised_by on concern (organisation, raised_by, raised_at);
create index concern_named on concern (organisation, named) where named is not null;
create index concern_about on concern (organisation, about) where about is not null;

create table concern_entry (
  organisation uuid not null,
  concern uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('passed on', 'added', 'told', 'seen', 'handed on', 'taken back', 'closed')),
  by_person uuid not null,
  at timestamptz not null,
  primary key (organisation, concern, number),
  foreign key (organisation, concern) references concern (organisation, id)
);

-- A concern about practice as the line manager gets it: a record of its own, with a plan of support and development.
create table practice_concern (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  concern uuid not null,
  person uuid not null,
  manager uuid not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  unique (organisation, id),
  unique (organisation, concern, manager),
  foreign key (organisation, concern) references concern (organisation, id),
  check (manager <> person)
);
create index practice_concern_manager on practice_concern (organisation, manager);
create index practice_concern_person on practice_concern (organisation, person);

create table practice_entry (
  organisation uuid not null,
  practice uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('sent', 'plan', 'looked again', 'closed', 'taken back')),
  by_person uuid not null,
  at timestamptz not null,
  look_again_on date,
  primary key (organisation, practice, number),
  foreign key (organisation, practice) references practice_concern (organisation, id),
  check (kind <> 'plan' or look_again_on is not null)
);

-- Everything here is written by whom it names, and by nobody in somebody else's name.
alter table concern enable row level security;
alter table concern force row level security;
create policy concern_read on concern for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy concern_add on concern for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and raised_by = (select current_setting('app.person', true)::uuid));
grant select, insert on concern to mcs_request;

alter table concern_entry enable row level security;
alter table concern_entry force row level security;
create policy concern_entry_read on concern_entry for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy concern_entry_add on concern_entry for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and by_person = (select current_setting('app.person', true)::uuid));
grant select, insert on concern_entry to mcs_request;

alter table practice_concern enable row level security;
alter table practice_concern force row level security;
create policy practice_concern_read on practice_concern for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy practice_concern_add on practice_concern for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and raised_by = (select current_setting('app.person', true)::uuid));
grant select, insert on practice_concern to mcs_request;

alter table practice_entry enable row level security;
alter table practice_entry force row level security;
create policy practice_entry_read on practice_entry for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy practice_entry_add on practice_entry for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and by_person = (select current_setting('app.person', true)::uuid));
grant select, insert on practice_entry to mcs_request;

-- A safeguarding lead to whom a concern went may hand it on to another.
create or replace function sealed_may_let(of_kind text, of_thing uuid) returns boolean language sql stable as $$
  select exists (select from sealed_reader r
    where r.organisation = (select current_setting('app.organisation', true)::uuid)
      and r.about_kind = of_kind and r.about = of_thing
      and r.person = (select current_setting('app.person', true)::uuid)
      and r.until is null
      and r.because in ('wrote it', 'supervisor', 'supervisee', 'facilitator', 'owner', 'adviser', 'safeguarding lead'))
$$;
