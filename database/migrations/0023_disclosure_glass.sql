-- Opening a record in need: somebody without access asks, a second person agrees, it opens once for an hour, those concerned
-- are told, another reviews it (SPEC 12.4). And the safeguarding lead's reading of case discussions (TRUST). Facts only; the
-- reasons are sealed. Rows are added and never changed, each by whom it names.

-- Whether the asker holds a safeguarding role that somebody else granted them. The days are the program's to judge.
create function holds_safeguarding_role(of_roles text[]) returns boolean language sql stable as $$
  select exists (select from role_grant g
    where g.organisation = (select current_setting('app.organisation', true)::uuid)
      and g.person = (select current_setting('app.person', true)::uuid)
      and g.role = any(of_roles) and not g.granted_to_self)
$$;

create table glass (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  record uuid not null references session_record (id),
  asked_by uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  cause text not null check (cause in ('author ill or away', 'author cannot be reached', 'somebody at risk now')),
  -- Whether the asker thinks that telling those concerned could put somebody at risk.
  risk_in_telling boolean not null,
  unique (organisation, id),
  check (expires_at > asked_at and expires_at <= asked_at + interval '24 hours')
);
create index glass_record on glass (organisation, record);
create index glass_asked_by on glass (organisation, asked_by);

create table glass_answer (
  organisation uuid not null,
  glass uuid not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  answer text not null check (answer in ('agreed', 'refused')),
  -- The second person decides whether those concerned are told at once, or from which day on.
  tell_on date,
  primary key (organisation, glass, answered_by),
  foreign key (organisation, glass) references glass (organisation, id),
  check (answer = 'agreed' or tell_on is null)
);
create unique index glass_agreed_once on glass_answer (organisation, glass) where answer = 'agreed';

create table glass_opening (
  organisation uuid not null,
  glass uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  primary key (organisation, glass),
  foreign key (organisation, glass) references glass (organisation, id),
  check (until = opened_at + interval '1 hour')
);

create table glass_telling (
  organisation uuid not null,
  glass uuid not null,
  number integer not null check (number > 0),
  by_person uuid not null,
  at timestamptz not null,
  decision text not null check (decision in ('told', 'later')),
  tell_on date,
  primary key (organisation, glass, number),
  foreign key (organisation, glass) references glass (organisation, id),
  check ((decision = 'later') = (tell_on is not null))
);

create table glass_review (
  organisation uuid not null,
  glass uuid not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  outcome text not null check (outcome in ('justified', 'not justified')),
  primary key (organisation, glass),
  foreign key (organisation, glass) references glass (organisation, id)
);

create table lead_reading (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  record uuid not null references session_record (id),
  lead uuid not null,
  purpose text not null check (purpose in ('somebody may be at risk', 'following up a concern',
    'quality of supervision', 'learning from a review', 'support for the supervisor')),
  opened_at timestamptz not null,
  until timestamptz not null,
  check (until = opened_at + interval '1 hour')
);
create index lead_reading_record on lead_reading (organisation, record);
create index lead_reading_lead on lead_reading (organisation, lead, opened_at);

-- Whoever asked this glass, and how it was answered, for the policies below.
create function glass_asker(of_glass uuid) returns uuid language sql stable as $$
  select g.asked_by from glass g
    where g.organisation = (select current_setting('app.organisation', true)::uuid) and g.id = of_glass
$$;
create function glass_second(of_glass uuid) returns uuid language sql stable as $$
  select a.answered_by from glass_answer a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.glass = of_glass
      and a.answer = 'agreed'
$$;
grant execute on function holds_safeguarding_role, glass_asker, glass_second to mcs_request;

do $$
declare
  one text;
begin
  foreach one in array array['glass', 'glass_answer', 'glass_opening', 'glass_telling', 'glass_review', 'lead_reading'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I for select to mcs_request
      using (organisation = (select current_setting(''app.organisation'', true)::uuid))', one || '_read', one);
    execute format('grant select, insert on %I to mcs_request', one);
  end loop;
end $$;

create policy glass_ask on glass for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and asked_by = (select current_setting('app.person', true)::uuid)
    and holds_safeguarding_role(array['safeguarding advisor', 'senior advisor', 'named professional',
      'designated professional']));
create policy glass_answer_give on glass_answer for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and answered_by = (select current_setting('app.person', true)::uuid)
    and answered_by <> glass_asker(glass)
    and holds_safeguarding_role(array['safeguarding advisor', 'senior advisor', 'named professional',
      'designated professional']));
create policy glass_opening_do on glass_opening for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and opened_by = (select current_setting('app.person', true)::uuid)
    and opened_by = glass_asker(glass) and glass_second(glass) <> opened_by);
create policy glass_telling_do on glass_telling for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and by_person = (select current_setting('app.person', true)::uuid));
create policy glass_review_do on glass_review for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and reviewed_by = (select current_setting('app.person', true)::uuid)
    and reviewed_by <> glass_asker(glass) and reviewed_by <> glass_second(glass)
    and holds_safeguarding_role(array['senior advisor', 'named professional', 'designated professional']));
create policy lead_reading_do on lead_reading for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and lead = (select current_setting('app.person', true)::uuid)
    and holds_safeguarding_role(array['named professional', 'designated professional']));

-- The things that open with a record: its signed versions, and what was said of them.
create function opens_with_record(of_record uuid, of_kind text, of_thing uuid) returns boolean language sql stable as $$
  select case of_kind
    when 'session record' then of_thing = of_record
    when 'record answer' then exists (select from session_record_answer a
      where a.organisation = (select current_setting('app.organisation', true)::uuid)
        and a.record = of_record and a.id = of_thing)
    else false end
$$;

-- A reader for an hour: the asker alone, only with an opening of their own, and never beyond its end, nor beyond an hour
-- from now by the database's own clock.
create function sealed_may_open(why text, of_kind text, of_thing uuid, of_person uuid, until_when timestamptz)
  returns boolean language sql stable as $$
  select of_person = (select current_setting('app.person', true)::uuid)
    and coalesce(until_when <= now() + interval '61 minutes', false)
    and case why
      when 'broke the glass' then exists (select from glass_opening o
        join glass g on g.organisation = o.organisation and g.id = o.glass
        where o.organisation = (select current_setting('app.organisation', true)::uuid)
          and o.opened_by = of_person and o.until = until_when
          and opens_with_record(g.record, of_kind, of_thing))
      when 'read as safeguarding lead' then exists (select from lead_reading l
        where l.organisation = (select current_setting('app.organisation', true)::uuid)
          and l.lead = of_person and l.until = until_when
          and opens_with_record(l.record, of_kind, of_thing))
      else false end
$$;
grant execute on function opens_with_record, sealed_may_open to mcs_request;

drop policy sealed_reader_let on sealed_reader;
create policy sealed_reader_let on sealed_reader for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid) and case
    when because = 'wrote it' then person = (select current_setting('app.person', true)::uuid)
      and until is null and sealed_may_begin(about_kind, about)
    when because in ('broke the glass', 'read as safeguarding lead')
      then sealed_may_open(because, about_kind, about, person, until)
    else sealed_may_let(about_kind, about) end);
-- A reading for a time that has ended, or another opening, may be followed by a further one of the same person.
drop policy sealed_reader_change on sealed_reader;
create policy sealed_reader_change on sealed_reader for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and because <> 'wrote it'
    and (sealed_may_let(about_kind, about)
      or person = (select current_setting('app.person', true)::uuid) and until is not null
        and (until <= now() or because in ('broke the glass', 'read as safeguarding lead'))))
  with check (because <> 'wrote it' and case
    when because in ('broke the glass', 'read as safeguarding lead')
      then sealed_may_open(because, about_kind, about, person, until)
    else sealed_may_let(about_kind, about) end);
drop function sealed_may_break;
