-- Figures: for each person and requirement the stretches of days on which the answer stays the same, past and to come.
-- Made from the facts by the one engine; rebuilt and compared by command (SPEC 3.1, 3.4). No content columns at all.
create table obligation_span (
  organisation uuid not null references organisation (id),
  person uuid not null,
  requirement text not null,
  type_key text not null,
  strength text not null check (strength in ('mandatory', 'recommended', 'as required', 'voluntary')),
  from_day date not null,
  to_day date not null,
  state text not null check (state in
    ('met', 'due soon', 'overdue', 'never had', 'excused', 'recommended', 'as required', 'voluntary')),
  suggested text check (suggested in ('met', 'due soon', 'overdue', 'never had', 'excused')),
  due_on date,
  due_soon_from date,
  last_on date,
  primary key (organisation, person, requirement, from_day),
  check (to_day >= from_day)
);
-- Few stretches end after a given day: the one that holds, and those to come.
create index obligation_span_days on obligation_span (organisation, to_day, from_day);
alter table obligation_span enable row level security;
alter table obligation_span force row level security;
create policy obligation_span_own on obligation_span to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid))
  with check (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update, delete on obligation_span to mcs_request;

-- People whose figures must be worked out anew; pages say how many while the job is at it.
create table figures_waiting (
  organisation uuid not null references organisation (id),
  person uuid not null,
  since timestamptz not null,
  primary key (organisation, person)
);
alter table figures_waiting enable row level security;
alter table figures_waiting force row level security;
create policy figures_waiting_own on figures_waiting to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid))
  with check (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update, delete on figures_waiting to mcs_request;
