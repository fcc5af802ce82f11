-- The advice desk (SPEC 8). A request and its entries are facts, never what was said: the words are sealed, as 'advice', in an
-- intake part, the adviser's record and the caller's. Only the caller and the desk see that a request exists.

create function on_advice_desk() returns boolean language sql stable as $$
  select (select current_setting('app.person', true)) = '00000000-0000-0000-0000-000000000001'
    or exists (select from role_grant g
      where g.organisation = (select current_setting('app.organisation', true)::uuid)
        and g.person = (select current_setting('app.person', true)::uuid) and g.ended_at is null
        and g.role in ('SPOA administrator', 'safeguarding advisor', 'senior advisor', 'named professional',
          'designated professional'))
$$;
grant execute on function on_advice_desk to mcs_request;

create table advice_request (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  caller uuid not null,
  -- The caller, or whoever took the details on the phone.
  opened_by uuid not null,
  opened_at timestamptz not null,
  urgency text not null check (urgency in ('now', 'today', 'this week')),
  state text not null check (state in ('waiting', 'handed on', 'taken', 'advised', 'recorded', 'elsewhere', 'withdrawn',
    'closed')),
  has uuid,
  due_at timestamptz,
  leads_at timestamptz,
  adviser uuid,
  advised_at timestamptz,
  heard_at timestamptz,
  read_first boolean not null default false,
  -- The names of the choices in which the two records differ, never what was chosen.
  differs text[] check (differs <@ array['advice', 'urgency', 'next step']),
  looked_at timestamptz,
  version integer not null check (version > 0),
  unique (organisation, id),
  foreign key (organisation, caller) references person (organisation, id),
  check ((adviser is null) = (advised_at is null)),
  check ((due_at is null) = (leads_at is null)),
  check ((due_at is null) = (state in ('recorded', 'withdrawn', 'closed')))
);
create index advice_request_caller on advice_request (organisation, caller, opened_at);
create index advice_request_open on advice_request (organisation, due_at) where due_at is not null;
create index advice_request_has on advice_request (organisation, has) where has is not null;

create table advice_entry (
  organisation uuid not null,
  request uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('asked', 'asked again', 'handed on', 'taken', 'given back', 'advised', 'heard',
    'read first', 'sent elsewhere', 'seen', 'withdrawn', 'closed', 'added', 'desk told', 'leads told', 'case made',
    'looked at')),
  by_person uuid not null,
  at timestamptz not null,
  -- Whom it was handed to.
  person uuid,
  primary key (organisation, request, number),
  foreign key (organisation, request) references advice_request (organisation, id),
  check ((kind = 'handed on') = (person is not null))
);

-- What figures are counted from: one row for each thing that happened, which names no request and nobody.
create table advice_tally (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  kind text not null check (kind in ('asked', 'taken', 'advised', 'compared')),
  -- The first day of the month.
  month date not null check (extract(day from month) = 1),
  -- By London's clock, 0 to 23; for what was asked.
  hour integer check (hour between 0 and 23),
  urgency text not null check (urgency in ('now', 'today', 'this week')),
  in_hours boolean,
  -- From asking to being taken.
  minutes integer check (minutes >= 0),
  in_time boolean,
  theme text check (theme in ('safeguarding children', 'safeguarding adults', 'domestic abuse', 'neglect',
    'sexual abuse or exploitation', 'mental health', 'information sharing', 'allegation or practice', 'something else')),
  -- Whether the two records differ.
  differs boolean,
  check ((kind = 'asked') = (hour is not null)),
  check ((kind = 'taken') = (minutes is not null)),
  check ((kind = 'advised') = (theme is not null)),
  check ((kind = 'compared') = (differs is not null))
);
create index advice_tally_month on advice_tally (organisation, month);

alter table advice_request enable row level security;
alter table advice_request force row level security;
create policy advice_request_read on advice_request for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and ((select current_setting('app.person', true)::uuid) = any (array[caller, opened_by, has, adviser])
      or (select on_advice_desk())));
create policy advice_request_open on advice_request for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and opened_by = (select current_setting('app.person', true)::uuid)
    and (caller = opened_by or (select on_advice_desk())));
create policy advice_request_move on advice_request for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and ((select current_setting('app.person', true)::uuid) = any (array[caller, has, adviser]) or (select on_advice_desk())));
grant select, insert,
  update (state, has, due_at, leads_at, adviser, advised_at, heard_at, read_first, differs, looked_at, version)
  on advice_request to mcs_request;

alter table advice_entry enable row level security;
alter table advice_entry force row level security;
create policy advice_entry_read on advice_entry for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and exists (select from advice_request r where r.organisation = advice_entry.organisation and r.id = request));
create policy advice_entry_add on advice_entry for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and by_person = (select current_setting('app.person', true)::uuid)
    and exists (select from advice_request r where r.organisation = advice_entry.organisation and r.id = request));
grant select, insert on advice_entry to mcs_request;

alter table advice_tally enable row level security;
alter table advice_tally force row level security;
create policy advice_tally_read on advice_tally for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and ((select on_advice_desk()) or exists (select from role_grant g
      where g.organisation = advice_tally.organisation and g.ended_at is null and g.role in ('director', 'auditor')
        and g.person = (select current_setting('app.person', true)::uuid))));
create policy advice_tally_count on advice_tally for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on advice_tally to mcs_request;

-- Whoever has taken a request, and nobody else of the desk, lets themselves in to what was asked.
create policy sealed_reader_advice on sealed_reader for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and because = 'adviser' and about_kind = 'advice intake' and until is null
    and person = (select current_setting('app.person', true)::uuid)
    and exists (select from advice_request r
      where r.organisation = sealed_reader.organisation and r.id = sealed_reader.about and r.state = 'taken'
        and r.has = sealed_reader.person));

-- Advice counts as a held session of the caller, by who and when alone.
alter table supervision_session drop constraint supervision_session_elsewhere_check;
alter table supervision_session add constraint supervision_session_elsewhere_check
  check (elsewhere in ('learning set', 'peer review', 'advice'));
