-- A concern may come from an agreement or a learning set, too (SPEC 4.6). And a plan of support and development has steps:
-- who does each of the two, by which day, and what came of it. Facts only; what a step is stands sealed with its plan.
alter table concern drop constraint concern_about_kind_check;
alter table concern add constraint concern_about_kind_check
  check (about_kind in ('session', 'session record', 'case', 'preparation', 'agreement', 'learning set'));

create table practice_step (
  organisation uuid not null,
  practice uuid not null,
  number integer not null check (number > 0),
  -- The entry of the plan in which it was agreed, with which its words are sealed.
  agreed_in integer not null,
  doer text not null check (doer in ('person', 'manager')),
  due date not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (organisation, practice, number),
  foreign key (organisation, practice, agreed_in) references practice_entry (organisation, practice, number)
);

create table practice_step_report (
  organisation uuid not null,
  practice uuid not null,
  step integer not null,
  number integer not null check (number > 0),
  outcome text not null check (outcome in ('done', 'not needed', 'new day')),
  due date,
  by_person uuid not null,
  at timestamptz not null,
  primary key (organisation, practice, step, number),
  foreign key (organisation, practice, step) references practice_step (organisation, practice, number),
  check ((outcome = 'new day') = (due is not null))
);

-- Whoever writes of a plan is one of the two whom it is for: the line manager to whom it was sent, or the person.
create function is_of_practice(of_practice uuid) returns boolean language sql stable as $$
  select exists (select from practice_concern p
    where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.id = of_practice
      and (select current_setting('app.person', true)::uuid) in (p.manager, p.person))
$$;
grant execute on function is_of_practice to mcs_request;

do $$
declare
  one text;
begin
  foreach one in array array['practice_step', 'practice_step_report'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I for select to mcs_request
      using (organisation = (select current_setting(''app.organisation'', true)::uuid))', one || '_read', one);
    execute format('create policy %I on %I for insert to mcs_request
      with check (organisation = (select current_setting(''app.organisation'', true)::uuid)
        and by_person = (select current_setting(''app.person'', true)::uuid) and is_of_practice(practice))',
      one || '_add', one);
    execute format('grant select, insert on %I to mcs_request', one);
  end loop;
end $$;
