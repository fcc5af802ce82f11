-- The schema that all migrations together make. Generated from a migrated database; do not edit:
-- bin/manage migrate --write-schema

CREATE OR REPLACE FUNCTION public.agreement_rows(of_agreement uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET "TimeZone" TO 'UTC'
AS $function$
  select jsonb_strip_nulls(jsonb_build_object(
    'agreement', to_jsonb(a) - 'seal' - 'seal_key',
    'parties', (select jsonb_agg(to_jsonb(p) order by p.place) from agreement_party p
      where p.organisation = a.organisation and p.agreement = a.id),
    'signatures', (select jsonb_agg(to_jsonb(s) order by s.closing, s.person) from agreement_signature s
      where s.organisation = a.organisation and s.agreement = a.id),
    'events', (select jsonb_agg(to_jsonb(e) order by e.number) from agreement_event e
      where e.organisation = a.organisation and e.agreement = a.id),
    'proposals', (select jsonb_agg(to_jsonb(r) order by r.id) from agreement_proposal r
      where r.organisation = a.organisation and r.agreement = a.id)))::text
  from agreement a
  where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_agreement
$function$
;
grant execute on function agreement_rows(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.agreement_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('signed', 'ended', 'replaced')
    and ((new.version, new.closing, new.text_hash, new.closed_at, new.from_day)
      is distinct from (old.version, old.closing, old.text_hash, old.closed_at, old.from_day)
      or new.state not in ('signed', 'ended', 'replaced')) then
    raise exception 'a signed agreement cannot be changed';
  end if;
  if old.state = 'withdrawn' and new.state <> 'withdrawn' then
    raise exception 'an agreement that was given up does not come back';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.announce_who_may()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('live', format('%s:%s who may', tg_argv[0], to_jsonb(new) ->> tg_argv[1]));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.case_of_thing(of_kind text, of_thing uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select case of_kind
    when 'case' then (select c.id from supervision_case c
      where c.organisation = (select current_setting('app.organisation', true)::uuid) and c.details = of_thing)
    when 'session case' then (select b.case_id from session_case b
      where b.organisation = (select current_setting('app.organisation', true)::uuid) and b.id = of_thing)
    when 'session record' then (select r.case_id from session_record r
      where r.organisation = (select current_setting('app.organisation', true)::uuid) and r.id = of_thing)
    when 'record answer' then (select r.case_id from session_record_answer a
      join session_record r on r.organisation = a.organisation and r.id = a.record
      where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_thing)
    when 'action' then (select r.case_id from action a
      join session_record r on r.organisation = a.organisation and r.id = a.from_id
      where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_thing
        and a.from_kind = 'discussion')
    end
$function$
;
grant execute on function case_of_thing(text,uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.follows_receiver(of_kind text, of_thing uuid, of_person uuid, since timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from observation o
    join sealed_reader r on r.organisation = o.organisation and r.about_kind = 'observation report' and r.about = o.id
      and r.because = 'gets the report' and r.person <> of_person
    where o.organisation = (select current_setting('app.organisation', true)::uuid) and o.passed_at is not null
      and case of_kind
        when 'observation report' then o.id = of_thing
        when 'action' then exists (select from action a where a.organisation = o.organisation and a.id = of_thing
          and a.from_kind = 'observation' and a.from_id = o.id)
        else false end
      and (
        exists (select from role_grant was
          join role_grant mine on mine.organisation = was.organisation and mine.role = was.role
          where was.organisation = o.organisation and was.person = r.person and was.role <> 'administrator'
            and r.since::date between was.from_day and coalesce(was.to_day, r.since::date)
            and mine.person = of_person
            and since::date between mine.from_day and coalesce(mine.to_day, since::date))
        or exists (select from registration was
          join registration mine on mine.organisation = was.organisation and mine.kind = was.kind and mine.body = was.body
          where was.organisation = o.organisation and was.kind = 'supervisor role' and was.superseded_at is null
            and was.person = r.person and r.since::date between was.from_day and coalesce(was.to_day, r.since::date)
            and mine.person = of_person and mine.superseded_at is null
            and since::date between mine.from_day and coalesce(mine.to_day, since::date))))
$function$
;
grant execute on function follows_receiver(text,uuid,uuid,timestamp with time zone) to mcs_request;

CREATE OR REPLACE FUNCTION public.glass_asker(of_glass uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select g.asked_by from glass g
    where g.organisation = (select current_setting('app.organisation', true)::uuid) and g.id = of_glass
$function$
;
grant execute on function glass_asker(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.glass_second(of_glass uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select a.answered_by from glass_answer a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.glass = of_glass
      and a.answer = 'agreed'
$function$
;
grant execute on function glass_second(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.had_not_left(of_set uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from learning_set_membership m
    where m.organisation = (select current_setting('app.organisation', true)::uuid)
      and m.learning_set = of_set and m.person = (select current_setting('app.person', true)::uuid)
      and (m.until_day is null or on_day < m.until_day))
$function$
;
grant execute on function had_not_left(uuid,date) to mcs_request;

CREATE OR REPLACE FUNCTION public.holds_safeguarding_role(of_roles text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from role_grant g
    where g.organisation = (select current_setting('app.organisation', true)::uuid)
      and g.person = (select current_setting('app.person', true)::uuid)
      and g.role = any(of_roles) and not g.granted_to_self)
$function$
;
grant execute on function holds_safeguarding_role(text[]) to mcs_request;

CREATE OR REPLACE FUNCTION public.is_adapting(of_agreement uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from agreement a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_agreement
      and a.state = 'adapting' and a.kind = 'ground rules')
$function$
;
grant execute on function is_adapting(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.is_agreement_party(of_agreement uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from agreement_party p
    where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.agreement = of_agreement
      and p.person = (select current_setting('app.person', true)::uuid))
$function$
;
grant execute on function is_agreement_party(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.is_in_announcement(of_announcement uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from learning_announcement a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_announcement)
$function$
;
grant execute on function is_in_announcement(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.is_of_ending(of_ending uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from supervision_ending e
    where e.organisation = (select current_setting('app.organisation', true)::uuid) and e.id = of_ending
      and (select current_setting('app.person', true)::uuid) in (e.supervisee, e.supervisor))
$function$
;
grant execute on function is_of_ending(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.is_of_meeting_set(of_meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from learning_meeting m
    where m.organisation = (select current_setting('app.organisation', true)::uuid) and m.id = of_meeting
      and is_of_set(m.learning_set))
$function$
;
grant execute on function is_of_meeting_set(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.is_of_practice(of_practice uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from practice_concern p
    where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.id = of_practice
      and (select current_setting('app.person', true)::uuid) in (p.manager, p.person))
$function$
;
grant execute on function is_of_practice(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.is_of_set(of_set uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from learning_set_membership m
    where m.organisation = (select current_setting('app.organisation', true)::uuid)
      and m.learning_set = of_set and m.person = (select current_setting('app.person', true)::uuid))
$function$
;
grant execute on function is_of_set(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.is_own_capture_word(of_token uuid, of_meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from learning_capture_word w
    where w.organisation = (select current_setting('app.organisation', true)::uuid)
      and w.person = (select current_setting('app.person', true)::uuid)
      and w.token = of_token and w.meeting = of_meeting)
$function$
;
grant execute on function is_own_capture_word(uuid,uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.keeps_no_words(of_meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from learning_meeting m
    where m.organisation = (select current_setting('app.organisation', true)::uuid) and m.id = of_meeting
      and m.state = 'finished' and m.capture = 'not kept')
$function$
;
grant execute on function keeps_no_words(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.knows_learning_point(of_point uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from learning_point p
    where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.id = of_point)
$function$
;
grant execute on function knows_learning_point(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.leads_cohort(of_cohort uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from learning_cohort c
    join learning_programme p on p.organisation = c.organisation and p.id = c.programme
    where c.organisation = (select current_setting('app.organisation', true)::uuid) and c.id = of_cohort
      and p.lead = (select current_setting('app.person', true)::uuid))
$function$
;
grant execute on function leads_cohort(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.on_advice_desk()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select (select current_setting('app.person', true)) = '00000000-0000-0000-0000-000000000001'
    or exists (select from role_grant g
      where g.organisation = (select current_setting('app.organisation', true)::uuid)
        and g.person = (select current_setting('app.person', true)::uuid) and g.ended_at is null
        and g.role in ('SPOA administrator', 'safeguarding advisor', 'senior advisor', 'named professional',
          'designated professional'))
$function$
;
grant execute on function on_advice_desk() to mcs_request;

CREATE OR REPLACE FUNCTION public.opens_with_record(of_record uuid, of_kind text, of_thing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case of_kind
    when 'session record' then of_thing = of_record
    when 'record answer' then exists (select from session_record_answer a
      where a.organisation = (select current_setting('app.organisation', true)::uuid)
        and a.record = of_record and a.id = of_thing)
    else false end
$function$
;
grant execute on function opens_with_record(uuid,text,uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.policy_version_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.status <> 'draft' and new.source_text is distinct from old.source_text then
    raise exception 'the text of a policy version that was approved cannot be changed';
  end if;
  if old.status = 'withdrawn' and new.status <> 'withdrawn' then
    raise exception 'a withdrawn policy version does not come back';
  end if;
  if old.status = 'approved' and new.status <> 'withdrawn' and (new.status, new.in_force_from, new.approved_by, new.approved_at)
      is distinct from (old.status, old.in_force_from, old.approved_by, old.approved_at) then
    raise exception 'an approved policy version cannot be changed';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.reads_meeting(of_meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from sealed_reader r
    where r.organisation = (select current_setting('app.organisation', true)::uuid)
      and r.about_kind = 'meeting' and r.about = of_meeting
      and r.person = (select current_setting('app.person', true)::uuid) and (r.until is null or r.until > now()))
$function$
;
grant execute on function reads_meeting(uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.sealed_may_begin(of_kind text, of_thing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select not exists (select from sealed_reader r
      where r.organisation = (select current_setting('app.organisation', true)::uuid)
        and r.about_kind = of_kind and r.about = of_thing)
    or exists (select from sealed_reader r
      where r.organisation = (select current_setting('app.organisation', true)::uuid)
        and r.about_kind = of_kind and r.about = of_thing
        and r.person = (select current_setting('app.person', true)::uuid) and (r.until is null or r.until > now()))
$function$
;
grant execute on function sealed_may_begin(text,uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.sealed_may_let(of_kind text, of_thing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from sealed_reader r
    where r.organisation = (select current_setting('app.organisation', true)::uuid)
      and r.about_kind = of_kind and r.about = of_thing
      and r.person = (select current_setting('app.person', true)::uuid)
      and r.until is null
      and r.because in ('wrote it', 'supervisor', 'supervisee', 'facilitator', 'owner', 'adviser', 'safeguarding lead')
      and (of_kind not in ('case', 'case line')
        or sealed_reason_holds(of_kind, of_thing, r.person, r.because, r.until, now())))
$function$
;
grant execute on function sealed_may_let(text,uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.sealed_may_open(why text, of_kind text, of_thing uuid, of_person uuid, until_when timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
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
$function$
;
grant execute on function sealed_may_open(text,text,uuid,uuid,timestamp with time zone) to mcs_request;

CREATE OR REPLACE FUNCTION public.sealed_reason_holds(of_kind text, of_thing uuid, of_person uuid, why text, until_when timestamp with time zone, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when why = 'supervisor' and of_kind = 'case' then supervises_case(of_thing, of_person)
    when why = 'supervisor' and of_kind = 'case line'
      then until_when is null or supervises_holder(of_thing, of_person, until_when)
    when why = 'cover' then not exists (select from supervision_case c
      join post p on p.organisation = c.organisation and p.person = c.holder
      where c.organisation = (select current_setting('app.organisation', true)::uuid)
        and c.id = case_of_thing(of_kind, of_thing) and p.manager = of_person and p.superseded_at is null
        and p.from_day <= (at at time zone 'Europe/London')::date
        and (p.to_day is null or p.to_day >= (at at time zone 'Europe/London')::date))
    when why = 'was offered it' and of_kind = 'case' then
      exists (select from case_handover h
        where h.organisation = (select current_setting('app.organisation', true)::uuid)
          and h.case_id = case_of_thing(of_kind, of_thing) and h.to_person = of_person and h.state = 'offered')
      or exists (select from case_cover v
        where v.organisation = (select current_setting('app.organisation', true)::uuid)
          and v.case_id = case_of_thing(of_kind, of_thing) and v.colleague = of_person and v.ended_at is null
          and v.until_day >= (at at time zone 'Europe/London')::date)
    else true end
$function$
;
grant execute on function sealed_reason_holds(text,uuid,uuid,text,timestamp with time zone,timestamp with time zone) to mcs_request;

CREATE OR REPLACE FUNCTION public.supervises_case(of_details uuid, of_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from supervision_case c
    join session_case b on b.organisation = c.organisation and b.case_id = c.id and b.state = 'brought'
    join supervision_session s on s.organisation = b.organisation and s.id = b.session
    where c.organisation = (select current_setting('app.organisation', true)::uuid) and c.details = of_details
      and s.supervisor = of_person
      and (s.state in ('proposed', 'booked') or s.state = 'held' and not exists (select from session_case l
        join supervision_session later on later.organisation = l.organisation and later.id = l.session
        where l.organisation = c.organisation and l.case_id = c.id and l.state = 'brought' and later.state = 'held'
          and later.starts_at > s.starts_at)
        and not supervision_ended(c.holder, of_person, s.type_key, s.starts_at)))
$function$
;
grant execute on function supervises_case(uuid,uuid) to mcs_request;

CREATE OR REPLACE FUNCTION public.supervises_holder(of_details uuid, of_person uuid, until_when timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from supervision_case c
    join session_supervisee p on p.organisation = c.organisation and p.person = c.holder
    join supervision_session s on s.organisation = p.organisation and s.id = p.session
    where c.organisation = (select current_setting('app.organisation', true)::uuid) and c.details = of_details
      and s.supervisor = of_person and s.state in ('proposed', 'booked', 'held')
      and s.starts_at + make_interval(mins => s.minutes) >= until_when)
$function$
;
grant execute on function supervises_holder(uuid,uuid,timestamp with time zone) to mcs_request;

CREATE OR REPLACE FUNCTION public.supervision_ended(of_supervisee uuid, of_supervisor uuid, of_type text, after timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from supervisory_pair p
    where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.supervisee = of_supervisee
      and p.supervisor = of_supervisor and p.type_key = of_type and p.to_day is not null
      and p.to_day >= (after at time zone 'Europe/London')::date
      and (p.state = 'ended' or p.to_day <= (now() at time zone 'Europe/London')::date))
    and not exists (select from supervisory_pair p
      where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.supervisee = of_supervisee
        and p.supervisor = of_supervisor and p.type_key = of_type and p.state = 'agreed'
        and (p.to_day is null or p.to_day > (now() at time zone 'Europe/London')::date))
$function$
;
grant execute on function supervision_ended(uuid,uuid,text,timestamp with time zone) to mcs_request;

CREATE OR REPLACE FUNCTION public.takes_agreement(of_announcement uuid, of_hash text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from learning_announcement a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_announcement
      and a.state = 'proposed' and a.text_hash = of_hash and is_of_set(a.learning_set))
$function$
;
grant execute on function takes_agreement(uuid,text) to mcs_request;

CREATE OR REPLACE FUNCTION public.takes_signature(of_agreement uuid, of_closing integer, of_hash text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from agreement a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_agreement
      and a.state = 'signing' and a.closing = of_closing and a.text_hash = of_hash)
$function$
;
grant execute on function takes_signature(uuid,integer,text) to mcs_request;

create table absence (
  organisation uuid not null,
  number bigint not null generated always as identity,
  absence uuid not null,
  person uuid not null,
  kind text not null,
  from_day date not null,
  to_day date,
  approved_by uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  constraint absence_pkey PRIMARY KEY (number),
  constraint absence_organisation_approved_by_fkey FOREIGN KEY (organisation, approved_by) REFERENCES person(organisation, id),
  constraint absence_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint absence_check CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  constraint absence_kind_check CHECK ((kind = ANY (ARRAY['annual leave'::text, 'sickness'::text, 'maternity leave'::text, 'parental leave'::text, 'study leave'::text, 'career break'::text, 'secondment'::text, 'no caseload'::text, 'suspension'::text, 'other'::text])))
);
CREATE INDEX absence_person ON public.absence USING btree (organisation, person);
alter table absence enable row level security;
alter table absence force row level security;
create policy absence_own on absence for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on absence to mcs_request;
grant update (superseded_at) on absence to mcs_request;

create table account (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  email text not null,
  code_secret bytea,
  code_confirmed_at timestamp with time zone,
  code_last_step bigint not null default 0,
  code_waiting bytea,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_organisation_id_key UNIQUE (organisation, id),
  constraint account_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint account_check CHECK (((code_confirmed_at IS NULL) OR (code_secret IS NOT NULL))),
  constraint account_code_last_step_check CHECK ((code_last_step >= 0)),
  constraint account_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254))))
);
CREATE INDEX account_by_email ON public.account USING btree (email) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX account_email ON public.account USING btree (organisation, email) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX account_person ON public.account USING btree (organisation, person) WHERE (closed_at IS NULL);
alter table account enable row level security;
alter table account force row level security;
create policy account_door on account for all to mcs_door using (true) with check (true);
grant insert, select, update on account to mcs_door;

create table account_means (
  organisation uuid not null,
  account uuid not null,
  id uuid not null,
  kind text not null,
  password_hash text,
  issuer text,
  subject text,
  credential jsonb,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint account_means_pkey PRIMARY KEY (id),
  constraint account_means_organisation_account_fkey FOREIGN KEY (organisation, account) REFERENCES account(organisation, id) ON DELETE CASCADE,
  constraint account_means_check CHECK (((kind = 'password'::text) = (password_hash IS NOT NULL))),
  constraint account_means_check1 CHECK (((kind = 'oidc'::text) = ((issuer IS NOT NULL) AND (subject IS NOT NULL)))),
  constraint account_means_check2 CHECK (((kind = 'passkey'::text) = (credential IS NOT NULL))),
  constraint account_means_kind_check CHECK ((kind = ANY (ARRAY['password'::text, 'passkey'::text, 'oidc'::text]))),
  constraint account_means_password_hash_check CHECK (((password_hash IS NULL) OR (password_hash ~~ '$argon2id$%'::text)))
);
CREATE INDEX account_means_account ON public.account_means USING btree (account);
CREATE UNIQUE INDEX account_means_oidc ON public.account_means USING btree (organisation, issuer, subject) WHERE (kind = 'oidc'::text);
CREATE UNIQUE INDEX account_means_password ON public.account_means USING btree (account) WHERE (kind = 'password'::text);
alter table account_means enable row level security;
alter table account_means force row level security;
create policy account_means_door on account_means for all to mcs_door using (true) with check (true);
grant insert, select, update on account_means to mcs_door;

create table action (
  organisation uuid not null,
  id uuid not null,
  owner uuid not null,
  agreed_by uuid not null,
  agreed_at timestamp with time zone not null,
  from_kind text not null,
  from_id uuid not null,
  due date not null,
  state text not null default 'open'::text,
  last_report text,
  last_reported_at timestamp with time zone,
  closed_at timestamp with time zone,
  changed_from uuid,
  version integer not null default 1,
  constraint action_pkey PRIMARY KEY (id),
  constraint action_changed_from_fkey FOREIGN KEY (changed_from) REFERENCES action(id),
  constraint action_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint action_check CHECK (((state = 'open'::text) = (closed_at IS NULL))),
  constraint action_check1 CHECK (((last_report IS NULL) = (last_reported_at IS NULL))),
  constraint action_from_kind_check CHECK ((from_kind = ANY (ARRAY['session'::text, 'discussion'::text, 'team evidence'::text, 'meeting'::text, 'advice'::text, 'audit'::text, 'observation'::text]))),
  constraint action_last_report_check CHECK ((last_report = ANY (ARRAY['done'::text, 'part done'::text, 'not done'::text, 'changed'::text]))),
  constraint action_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'changed'::text, 'let go'::text]))),
  constraint action_version_check CHECK ((version > 0))
);
CREATE INDEX action_from ON public.action USING btree (organisation, from_kind, from_id);
CREATE INDEX action_owner ON public.action USING btree (organisation, owner, state, due);
alter table action enable row level security;
alter table action force row level security;
create policy action_own on action for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on action to mcs_request;
grant update (due, state, last_report, last_reported_at, closed_at, version) on action to mcs_request;

create table action_report (
  organisation uuid not null,
  id uuid not null,
  action uuid not null,
  version integer not null,
  outcome text not null,
  reported_by uuid not null,
  reported_at timestamp with time zone not null,
  due_before date not null,
  due_after date not null,
  constraint action_report_pkey PRIMARY KEY (id),
  constraint action_report_organisation_action_version_key UNIQUE (organisation, action, version),
  constraint action_report_action_fkey FOREIGN KEY (action) REFERENCES action(id),
  constraint action_report_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint action_report_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'part done'::text, 'not done'::text, 'changed'::text])))
);
alter table action_report enable row level security;
alter table action_report force row level security;
create policy action_report_own on action_report for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on action_report to mcs_request;

create table advice_draft (
  organisation uuid not null,
  id uuid not null,
  request uuid not null,
  author uuid not null,
  part text not null,
  save integer not null default 0,
  constraint advice_draft_pkey PRIMARY KEY (id),
  constraint advice_draft_organisation_request_author_part_key UNIQUE (organisation, request, author, part),
  constraint advice_draft_organisation_author_fkey FOREIGN KEY (organisation, author) REFERENCES person(organisation, id),
  constraint advice_draft_organisation_request_fkey FOREIGN KEY (organisation, request) REFERENCES advice_request(organisation, id),
  constraint advice_draft_part_check CHECK ((part = ANY (ARRAY['advice'::text, 'account'::text]))),
  constraint advice_draft_save_check CHECK ((save >= 0))
);
alter table advice_draft enable row level security;
alter table advice_draft force row level security;
create policy advice_draft_own on advice_draft for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (author = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)))) with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (author = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM advice_request r
  WHERE ((r.organisation = advice_draft.organisation) AND (r.id = advice_draft.request))))));
grant insert, select on advice_draft to mcs_request;
grant update (save) on advice_draft to mcs_request;

create table advice_entry (
  organisation uuid not null,
  request uuid not null,
  number integer not null,
  kind text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  person uuid,
  constraint advice_entry_pkey PRIMARY KEY (organisation, request, number),
  constraint advice_entry_organisation_request_fkey FOREIGN KEY (organisation, request) REFERENCES advice_request(organisation, id),
  constraint advice_entry_check CHECK (((kind = ANY (ARRAY['handed on'::text, 'found in the register'::text])) = (person IS NOT NULL))),
  constraint advice_entry_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'asked again'::text, 'handed on'::text, 'taken'::text, 'given back'::text, 'advised'::text, 'heard'::text, 'read first'::text, 'sent elsewhere'::text, 'seen'::text, 'withdrawn'::text, 'closed'::text, 'added'::text, 'desk told'::text, 'leads told'::text, 'case made'::text, 'looked at'::text, 'advice corrected'::text, 'account corrected'::text, 'found in the register'::text]))),
  constraint advice_entry_number_check CHECK ((number > 0))
);
alter table advice_entry enable row level security;
alter table advice_entry force row level security;
create policy advice_entry_add on advice_entry for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM advice_request r
  WHERE ((r.organisation = advice_entry.organisation) AND (r.id = advice_entry.request))))));
create policy advice_entry_read on advice_entry for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM advice_request r
  WHERE ((r.organisation = advice_entry.organisation) AND (r.id = advice_entry.request))))));
grant insert, select on advice_entry to mcs_request;

create table advice_outsider (
  organisation uuid not null,
  request uuid not null,
  name text not null,
  role text not null,
  place text not null,
  minutes integer,
  person uuid,
  linked_at timestamp with time zone,
  constraint advice_outsider_pkey PRIMARY KEY (request),
  constraint advice_outsider_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint advice_outsider_organisation_request_fkey FOREIGN KEY (organisation, request) REFERENCES advice_request(organisation, id),
  constraint advice_outsider_check CHECK (((person IS NULL) = (linked_at IS NULL))),
  constraint advice_outsider_minutes_check CHECK ((minutes >= 0)),
  constraint advice_outsider_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  constraint advice_outsider_place_check CHECK (((char_length(place) >= 1) AND (char_length(place) <= 120))),
  constraint advice_outsider_role_check CHECK (((char_length(role) >= 1) AND (char_length(role) <= 120)))
);
alter table advice_outsider enable row level security;
alter table advice_outsider force row level security;
create policy advice_outsider_desk on advice_outsider for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM advice_request r
  WHERE ((r.organisation = advice_outsider.organisation) AND (r.id = advice_outsider.request)))))) with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM advice_request r
  WHERE ((r.organisation = advice_outsider.organisation) AND (r.id = advice_outsider.request) AND (r.caller IS NULL))))));
grant insert, select on advice_outsider to mcs_request;
grant update (minutes, person, linked_at) on advice_outsider to mcs_request;

create table advice_request (
  organisation uuid not null,
  id uuid not null,
  caller uuid,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  urgency text not null,
  state text not null,
  has uuid,
  due_at timestamp with time zone,
  leads_at timestamp with time zone,
  adviser uuid,
  advised_at timestamp with time zone,
  heard_at timestamp with time zone,
  read_first boolean not null default false,
  differs text[],
  looked_at timestamp with time zone,
  version integer not null,
  differed text[],
  constraint advice_request_pkey PRIMARY KEY (id),
  constraint advice_request_organisation_id_key UNIQUE (organisation, id),
  constraint advice_request_organisation_caller_fkey FOREIGN KEY (organisation, caller) REFERENCES person(organisation, id),
  constraint advice_request_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint advice_request_check CHECK (((adviser IS NULL) = (advised_at IS NULL))),
  constraint advice_request_check1 CHECK (((due_at IS NULL) = (leads_at IS NULL))),
  constraint advice_request_check2 CHECK (((due_at IS NULL) = (state = ANY (ARRAY['recorded'::text, 'withdrawn'::text, 'closed'::text])))),
  constraint advice_request_differed_check CHECK ((differed <@ ARRAY['advice'::text, 'urgency'::text, 'next step'::text])),
  constraint advice_request_differs_check CHECK ((differs <@ ARRAY['advice'::text, 'urgency'::text, 'next step'::text])),
  constraint advice_request_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'handed on'::text, 'taken'::text, 'advised'::text, 'recorded'::text, 'elsewhere'::text, 'withdrawn'::text, 'closed'::text]))),
  constraint advice_request_urgency_check CHECK ((urgency = ANY (ARRAY['now'::text, 'today'::text, 'this week'::text]))),
  constraint advice_request_version_check CHECK ((version > 0))
);
CREATE INDEX advice_request_caller ON public.advice_request USING btree (organisation, caller, opened_at);
CREATE INDEX advice_request_has ON public.advice_request USING btree (organisation, has) WHERE (has IS NOT NULL);
CREATE INDEX advice_request_open ON public.advice_request USING btree (organisation, due_at) WHERE (due_at IS NOT NULL);
alter table advice_request enable row level security;
alter table advice_request force row level security;
create policy advice_request_move on advice_request for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = ANY (ARRAY[caller, has, adviser])) OR ( SELECT on_advice_desk() AS on_advice_desk))));
create policy advice_request_open on advice_request for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (opened_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND ((caller = opened_by) OR ( SELECT on_advice_desk() AS on_advice_desk))));
create policy advice_request_read on advice_request for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = ANY (ARRAY[caller, opened_by, has, adviser])) OR ( SELECT on_advice_desk() AS on_advice_desk))));
grant insert, select on advice_request to mcs_request;
grant update (state, has, due_at, leads_at, adviser, advised_at, heard_at, read_first, differs, looked_at, version, differed) on advice_request to mcs_request;

create table advice_tally (
  organisation uuid not null,
  id uuid not null,
  kind text not null,
  month date not null,
  hour integer,
  urgency text not null,
  in_hours boolean,
  minutes integer,
  in_time boolean,
  theme text,
  differs boolean,
  constraint advice_tally_pkey PRIMARY KEY (id),
  constraint advice_tally_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint advice_tally_check CHECK (((kind = 'asked'::text) = (hour IS NOT NULL))),
  constraint advice_tally_check1 CHECK (((kind = 'taken'::text) = (minutes IS NOT NULL))),
  constraint advice_tally_check2 CHECK (((kind = 'advised'::text) = (theme IS NOT NULL))),
  constraint advice_tally_check3 CHECK (((kind = 'compared'::text) = (differs IS NOT NULL))),
  constraint advice_tally_hour_check CHECK (((hour >= 0) AND (hour <= 23))),
  constraint advice_tally_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'taken'::text, 'advised'::text, 'compared'::text]))),
  constraint advice_tally_minutes_check CHECK ((minutes >= 0)),
  constraint advice_tally_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint advice_tally_theme_check CHECK ((theme = ANY (ARRAY['safeguarding children'::text, 'safeguarding adults'::text, 'domestic abuse'::text, 'neglect'::text, 'sexual abuse or exploitation'::text, 'mental health'::text, 'information sharing'::text, 'allegation or practice'::text, 'something else'::text]))),
  constraint advice_tally_urgency_check CHECK ((urgency = ANY (ARRAY['now'::text, 'today'::text, 'this week'::text])))
);
CREATE INDEX advice_tally_month ON public.advice_tally USING btree (organisation, month);
alter table advice_tally enable row level security;
alter table advice_tally force row level security;
create policy advice_tally_count on advice_tally for insert to mcs_request with check ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy advice_tally_read on advice_tally for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (( SELECT on_advice_desk() AS on_advice_desk) OR (EXISTS ( SELECT
   FROM role_grant g
  WHERE ((g.organisation = advice_tally.organisation) AND (g.ended_at IS NULL) AND (g.role = ANY (ARRAY['director'::text, 'auditor'::text])) AND (g.person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))))))));
grant insert, select on advice_tally to mcs_request;

create table agreement (
  organisation uuid not null,
  id uuid not null,
  kind text not null,
  template_key text not null,
  policy_version uuid not null,
  about_kind text,
  about uuid,
  state text not null,
  version integer not null,
  closing integer not null,
  started_by uuid not null,
  started_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  text_hash text,
  from_day date,
  until_day date,
  term_until date,
  follows uuid,
  ended_on date,
  ended_by uuid,
  save integer not null,
  seal text not null,
  seal_key text not null,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_organisation_id_key UNIQUE (organisation, id),
  constraint agreement_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint agreement_organisation_follows_fkey FOREIGN KEY (organisation, follows) REFERENCES agreement(organisation, id),
  constraint agreement_about_kind_check CHECK ((about_kind ~ '^[a-z][a-z -]*$'::text)),
  constraint agreement_check CHECK (((about_kind IS NULL) = (about IS NULL))),
  constraint agreement_check1 CHECK ((((from_day IS NULL) = (until_day IS NULL)) AND (until_day >= from_day) AND (until_day <= term_until))),
  constraint agreement_check2 CHECK (((state = ANY (ARRAY['adapting'::text, 'withdrawn'::text])) OR (text_hash IS NOT NULL))),
  constraint agreement_check3 CHECK (((state <> 'adapting'::text) OR (text_hash IS NULL))),
  constraint agreement_check4 CHECK (((state = ANY (ARRAY['signed'::text, 'ended'::text, 'replaced'::text])) = (from_day IS NOT NULL))),
  constraint agreement_check5 CHECK ((((ended_on IS NULL) = (ended_by IS NULL)) AND ((state = 'ended'::text) = (ended_on IS NOT NULL)))),
  constraint agreement_check6 CHECK ((follows IS DISTINCT FROM id)),
  constraint agreement_closing_check CHECK ((closing >= 0)),
  constraint agreement_kind_check CHECK ((kind = ANY (ARRAY['one-to-one contract'::text, 'safeguarding contract'::text, 'ground rules'::text]))),
  constraint agreement_save_check CHECK ((save > 0)),
  constraint agreement_state_check CHECK ((state = ANY (ARRAY['adapting'::text, 'signing'::text, 'signed'::text, 'ended'::text, 'withdrawn'::text, 'replaced'::text]))),
  constraint agreement_template_key_check CHECK (((template_key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(template_key) <= 80))),
  constraint agreement_text_hash_check CHECK ((text_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint agreement_version_check CHECK ((version > 0))
);
CREATE INDEX agreement_about ON public.agreement USING btree (organisation, about) WHERE (about IS NOT NULL);
CREATE UNIQUE INDEX agreement_follows ON public.agreement USING btree (organisation, follows) WHERE (state <> 'withdrawn'::text);
CREATE INDEX agreement_until ON public.agreement USING btree (organisation, until_day) WHERE (until_day IS NOT NULL);
alter table agreement enable row level security;
alter table agreement force row level security;
create policy agreement_change on agreement for update to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy agreement_read on agreement for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy agreement_start on agreement for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (started_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (state = 'adapting'::text)));
grant insert, select on agreement to mcs_request;
grant update (state, version, closing, closed_at, text_hash, from_day, until_day, term_until, ended_on, ended_by, save, seal, seal_key) on agreement to mcs_request;
CREATE TRIGGER agreement_stays BEFORE UPDATE ON public.agreement FOR EACH ROW EXECUTE FUNCTION agreement_stays();

create table agreement_event (
  organisation uuid not null,
  agreement uuid not null,
  number integer not null,
  kind text not null,
  version integer not null,
  step text,
  clause_key text,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint agreement_event_pkey PRIMARY KEY (organisation, agreement, number),
  constraint agreement_event_organisation_agreement_fkey FOREIGN KEY (organisation, agreement) REFERENCES agreement(organisation, id),
  constraint agreement_event_clause_key_check CHECK ((length(clause_key) <= 80)),
  constraint agreement_event_kind_check CHECK ((kind = ANY (ARRAY['started'::text, 'changed'::text, 'closed'::text, 'opened again'::text, 'signed'::text, 'in force'::text, 'given up'::text, 'ended'::text, 'ending undone'::text, 'replaced'::text]))),
  constraint agreement_event_number_check CHECK ((number > 0)),
  constraint agreement_event_step_check CHECK ((step = ANY (ARRAY['change'::text, 'add'::text, 'leave out'::text, 'fill in'::text, 'began from the earlier one'::text]))),
  constraint agreement_event_version_check CHECK ((version > 0))
);
alter table agreement_event enable row level security;
alter table agreement_event force row level security;
create policy agreement_event_add on agreement_event for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy agreement_event_read on agreement_event for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on agreement_event to mcs_request;

create table agreement_hopes (
  organisation uuid not null,
  id uuid not null,
  agreement uuid not null,
  person uuid not null,
  saved_at timestamp with time zone not null,
  shared integer not null,
  shared_about uuid not null,
  save integer not null,
  constraint agreement_hopes_pkey PRIMARY KEY (id),
  constraint agreement_hopes_organisation_agreement_person_key UNIQUE (organisation, agreement, person),
  constraint agreement_hopes_organisation_agreement_fkey FOREIGN KEY (organisation, agreement) REFERENCES agreement(organisation, id),
  constraint agreement_hopes_save_check CHECK ((save > 0)),
  constraint agreement_hopes_shared_check CHECK ((shared >= 0))
);
alter table agreement_hopes enable row level security;
alter table agreement_hopes force row level security;
create policy agreement_hopes_change on agreement_hopes for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy agreement_hopes_read on agreement_hopes for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy agreement_hopes_say on agreement_hopes for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND is_agreement_party(agreement)));
grant insert, select on agreement_hopes to mcs_request;
grant update (saved_at, shared, shared_about, save) on agreement_hopes to mcs_request;

create table agreement_look_back (
  organisation uuid not null,
  id uuid not null,
  agreement uuid not null,
  person uuid not null,
  save integer not null,
  begun_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint agreement_look_back_pkey PRIMARY KEY (id),
  constraint agreement_look_back_organisation_agreement_person_key UNIQUE (organisation, agreement, person),
  constraint agreement_look_back_organisation_agreement_person_fkey FOREIGN KEY (organisation, agreement, person) REFERENCES agreement_party(organisation, agreement, person),
  constraint agreement_look_back_save_check CHECK ((save >= 0))
);
alter table agreement_look_back enable row level security;
alter table agreement_look_back force row level security;
create policy agreement_look_back_begin on agreement_look_back for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy agreement_look_back_read on agreement_look_back for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_agreement_party(agreement)));
create policy agreement_look_back_save on agreement_look_back for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (sent_at IS NULL))) with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on agreement_look_back to mcs_request;
grant update (save, saved_at, sent_at) on agreement_look_back to mcs_request;

create table agreement_party (
  organisation uuid not null,
  agreement uuid not null,
  person uuid not null,
  part text not null,
  place integer not null,
  constraint agreement_party_pkey PRIMARY KEY (organisation, agreement, person),
  constraint agreement_party_organisation_agreement_place_key UNIQUE (organisation, agreement, place),
  constraint agreement_party_organisation_agreement_fkey FOREIGN KEY (organisation, agreement) REFERENCES agreement(organisation, id),
  constraint agreement_party_part_check CHECK ((part = ANY (ARRAY['supervisee'::text, 'supervisor'::text, 'member'::text, 'facilitator'::text]))),
  constraint agreement_party_place_check CHECK ((place > 0))
);
CREATE INDEX agreement_party_person ON public.agreement_party USING btree (organisation, person);
alter table agreement_party enable row level security;
alter table agreement_party force row level security;
create policy agreement_party_name on agreement_party for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM agreement a
  WHERE ((a.organisation = agreement_party.organisation) AND (a.id = agreement_party.agreement) AND (a.started_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (a.state = 'adapting'::text) AND (a.version = 1))))));
create policy agreement_party_read on agreement_party for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on agreement_party to mcs_request;

create table agreement_proposal (
  organisation uuid not null,
  id uuid not null,
  agreement uuid not null,
  step text not null,
  clause_key text not null,
  version integer not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  state text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint agreement_proposal_pkey PRIMARY KEY (id),
  constraint agreement_proposal_organisation_id_key UNIQUE (organisation, id),
  constraint agreement_proposal_organisation_agreement_fkey FOREIGN KEY (organisation, agreement) REFERENCES agreement(organisation, id),
  constraint agreement_proposal_check CHECK ((((state = 'open'::text) = (answered_by IS NULL)) AND ((answered_by IS NULL) = (answered_at IS NULL)))),
  constraint agreement_proposal_check1 CHECK (((state <> 'accepted'::text) OR (answered_by <> by_person))),
  constraint agreement_proposal_clause_key_check CHECK (((length(clause_key) >= 1) AND (length(clause_key) <= 80))),
  constraint agreement_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'taken back'::text, 'overtaken'::text]))),
  constraint agreement_proposal_step_check CHECK ((step = ANY (ARRAY['change'::text, 'add'::text, 'leave out'::text]))),
  constraint agreement_proposal_version_check CHECK ((version > 0))
);
CREATE INDEX agreement_proposal_agreement ON public.agreement_proposal USING btree (organisation, agreement, at);
CREATE UNIQUE INDEX agreement_proposal_open ON public.agreement_proposal USING btree (organisation, agreement, clause_key, by_person) WHERE (state = 'open'::text);
alter table agreement_proposal enable row level security;
alter table agreement_proposal force row level security;
create policy agreement_proposal_answer on agreement_proposal for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (state = 'open'::text) AND is_agreement_party(agreement))) with check ((answered_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)));
create policy agreement_proposal_make on agreement_proposal for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (state = 'open'::text) AND is_agreement_party(agreement)));
create policy agreement_proposal_read on agreement_proposal for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on agreement_proposal to mcs_request;
grant update (state, answered_by, answered_at) on agreement_proposal to mcs_request;

create table agreement_signature (
  organisation uuid not null,
  agreement uuid not null,
  closing integer not null,
  person uuid not null,
  part text not null,
  typed_name text not null,
  text_hash text not null,
  signed_at timestamp with time zone not null,
  confirmed_at timestamp with time zone not null,
  means text not null,
  seal text not null,
  seal_key text not null,
  constraint agreement_signature_pkey PRIMARY KEY (organisation, agreement, closing, person),
  constraint agreement_signature_organisation_agreement_person_fkey FOREIGN KEY (organisation, agreement, person) REFERENCES agreement_party(organisation, agreement, person),
  constraint agreement_signature_check CHECK (((confirmed_at <= signed_at) AND (confirmed_at > (signed_at - '00:05:00'::interval)))),
  constraint agreement_signature_closing_check CHECK ((closing > 0)),
  constraint agreement_signature_means_check CHECK ((means = ANY (ARRAY['password and code'::text, 'demonstration'::text]))),
  constraint agreement_signature_part_check CHECK ((part = ANY (ARRAY['supervisee'::text, 'supervisor'::text, 'member'::text, 'facilitator'::text]))),
  constraint agreement_signature_text_hash_check CHECK ((text_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint agreement_signature_typed_name_check CHECK (((length(typed_name) >= 1) AND (length(typed_name) <= 300)))
);
alter table agreement_signature enable row level security;
alter table agreement_signature force row level security;
create policy agreement_signature_give on agreement_signature for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND takes_signature(agreement, closing, text_hash)));
create policy agreement_signature_read on agreement_signature for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on agreement_signature to mcs_request;

create table agreement_talk (
  organisation uuid not null,
  agreement uuid not null,
  number integer not null,
  kind text not null,
  clause_key text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  version integer not null,
  answers integer,
  left_over integer,
  constraint agreement_talk_pkey PRIMARY KEY (organisation, agreement, number),
  constraint agreement_talk_organisation_agreement_answers_fkey FOREIGN KEY (organisation, agreement, answers) REFERENCES agreement_talk(organisation, agreement, number),
  constraint agreement_talk_organisation_agreement_fkey FOREIGN KEY (organisation, agreement) REFERENCES agreement(organisation, id),
  constraint agreement_talk_check CHECK (((left_over IS NOT NULL) = (kind = ANY (ARRAY['agrees'::text, 'concern'::text])))),
  constraint agreement_talk_check1 CHECK ((((answers IS NOT NULL) = (kind = ANY (ARRAY['talked through'::text, 'put in'::text, 'not put in'::text, 'taken back'::text]))) AND (answers < number))),
  constraint agreement_talk_clause_key_check CHECK (((length(clause_key) >= 1) AND (length(clause_key) <= 80))),
  constraint agreement_talk_kind_check CHECK ((kind = ANY (ARRAY['agrees'::text, 'concern'::text, 'comment'::text, 'suggestion'::text, 'talked through'::text, 'put in'::text, 'not put in'::text, 'taken back'::text]))),
  constraint agreement_talk_left_over_check CHECK ((left_over >= 0)),
  constraint agreement_talk_number_check CHECK ((number > 0)),
  constraint agreement_talk_version_check CHECK ((version > 0))
);
alter table agreement_talk enable row level security;
alter table agreement_talk force row level security;
create policy agreement_talk_read on agreement_talk for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy agreement_talk_say on agreement_talk for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND is_agreement_party(agreement) AND is_adapting(agreement)));
grant insert, select on agreement_talk to mcs_request;

create table attendance (
  organisation uuid not null,
  id uuid not null,
  session uuid not null,
  person uuid not null,
  part text not null,
  presence text not null,
  cause text,
  minutes integer not null,
  day date not null,
  type_key text not null,
  format text not null,
  remote boolean not null,
  group_size integer not null,
  supervisor uuid not null,
  session_minutes integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  constraint attendance_pkey PRIMARY KEY (id),
  constraint attendance_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint attendance_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id),
  constraint attendance_cause_check CHECK ((cause = ANY (ARRAY['sickness'::text, 'leave'::text, 'urgent clinical work'::text, 'staffing'::text, 'training'::text, 'did not know'::text, 'not said'::text]))),
  constraint attendance_check CHECK (((presence = 'absent'::text) = (cause IS NOT NULL))),
  constraint attendance_format_check CHECK ((format = ANY (ARRAY['one-to-one'::text, 'group'::text]))),
  constraint attendance_group_size_check CHECK ((group_size >= 0)),
  constraint attendance_minutes_check CHECK ((minutes >= 0)),
  constraint attendance_part_check CHECK ((part = ANY (ARRAY['supervisee'::text, 'supervisor'::text]))),
  constraint attendance_presence_check CHECK ((presence = ANY (ARRAY['present'::text, 'late'::text, 'absent'::text]))),
  constraint attendance_session_minutes_check CHECK ((session_minutes >= 0))
);
CREATE UNIQUE INDEX attendance_once ON public.attendance USING btree (organisation, session, person) WHERE (superseded_at IS NULL);
CREATE INDEX attendance_person ON public.attendance USING btree (organisation, person, day);
alter table attendance enable row level security;
alter table attendance force row level security;
create policy attendance_own on attendance for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on attendance to mcs_request;
grant update (superseded_at) on attendance to mcs_request;

create table booking_override (
  organisation uuid not null,
  id uuid not null,
  session uuid not null,
  check_name text not null,
  objection text not null,
  reason text not null,
  overridden_by uuid not null,
  overridden_at timestamp with time zone not null,
  constraint booking_override_pkey PRIMARY KEY (id),
  constraint booking_override_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint booking_override_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id),
  constraint booking_override_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
alter table booking_override enable row level security;
alter table booking_override force row level security;
create policy booking_override_own on booking_override for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on booking_override to mcs_request;

create table calendar_feed (
  organisation uuid not null,
  person uuid not null,
  id uuid not null,
  made_at timestamp with time zone not null,
  constraint calendar_feed_pkey PRIMARY KEY (organisation, person),
  constraint calendar_feed_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint calendar_feed_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id)
);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy calendar_feed_own on calendar_feed for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant delete, insert, select on calendar_feed to mcs_request;
grant update (id, made_at) on calendar_feed to mcs_request;

create table case_cover (
  organisation uuid not null,
  id uuid not null,
  case_id uuid not null,
  colleague uuid not null,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  until_day date not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint case_cover_pkey PRIMARY KEY (id),
  constraint case_cover_case_id_fkey FOREIGN KEY (case_id) REFERENCES supervision_case(id),
  constraint case_cover_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint case_cover_check CHECK ((colleague <> granted_by)),
  constraint case_cover_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
);
CREATE INDEX case_cover_case ON public.case_cover USING btree (organisation, case_id);
CREATE INDEX case_cover_colleague ON public.case_cover USING btree (organisation, colleague) WHERE (ended_at IS NULL);
alter table case_cover enable row level security;
alter table case_cover force row level security;
create policy case_cover_own on case_cover for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on case_cover to mcs_request;
grant update (ended_at, ended_by) on case_cover to mcs_request;

create table case_handover (
  organisation uuid not null,
  id uuid not null,
  case_id uuid not null,
  from_person uuid not null,
  to_person uuid not null,
  state text not null,
  offered_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  details_before uuid,
  version_before integer,
  constraint case_handover_pkey PRIMARY KEY (id),
  constraint case_handover_case_id_fkey FOREIGN KEY (case_id) REFERENCES supervision_case(id),
  constraint case_handover_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint case_handover_check CHECK (((state = 'accepted'::text) = (details_before IS NOT NULL))),
  constraint case_handover_check1 CHECK (((state = 'accepted'::text) = (version_before IS NOT NULL))),
  constraint case_handover_check2 CHECK ((from_person <> to_person)),
  constraint case_handover_check3 CHECK (((state = 'offered'::text) = (answered_at IS NULL))),
  constraint case_handover_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'taken back'::text])))
);
CREATE INDEX case_handover_case ON public.case_handover USING btree (organisation, case_id);
CREATE INDEX case_handover_from ON public.case_handover USING btree (organisation, from_person);
CREATE UNIQUE INDEX case_handover_once ON public.case_handover USING btree (organisation, case_id) WHERE (state = 'offered'::text);
CREATE INDEX case_handover_to ON public.case_handover USING btree (organisation, to_person) WHERE (state = 'offered'::text);
alter table case_handover enable row level security;
alter table case_handover force row level security;
create policy case_handover_own on case_handover for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on case_handover to mcs_request;
grant update (state, answered_at, details_before, version_before) on case_handover to mcs_request;

create table case_not_reached (
  organisation uuid not null,
  session uuid not null,
  case_id uuid not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  constraint case_not_reached_pkey PRIMARY KEY (organisation, session, case_id),
  constraint case_not_reached_case_id_fkey FOREIGN KEY (case_id) REFERENCES supervision_case(id),
  constraint case_not_reached_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint case_not_reached_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id)
);
CREATE INDEX case_not_reached_case ON public.case_not_reached USING btree (organisation, case_id);
alter table case_not_reached enable row level security;
alter table case_not_reached force row level security;
create policy case_not_reached_own on case_not_reached for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select on case_not_reached to mcs_request;

create table clinical_entry (
  organisation uuid not null,
  record uuid not null,
  number integer not null,
  outcome text not null,
  entered_on date,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  constraint clinical_entry_pkey PRIMARY KEY (organisation, record, number),
  constraint clinical_entry_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint clinical_entry_record_fkey FOREIGN KEY (record) REFERENCES session_record(id),
  constraint clinical_entry_check CHECK (((outcome = 'entered'::text) = (entered_on IS NOT NULL))),
  constraint clinical_entry_number_check CHECK ((number > 0)),
  constraint clinical_entry_outcome_check CHECK ((outcome = ANY (ARRAY['entered'::text, 'not needed'::text])))
);
alter table clinical_entry enable row level security;
alter table clinical_entry force row level security;
create policy clinical_entry_own on clinical_entry for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on clinical_entry to mcs_request;

create table competence_entry (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  pathway text not null,
  step text not null,
  on_day date not null,
  other uuid,
  state text not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint competence_entry_pkey PRIMARY KEY (id),
  constraint competence_entry_organisation_id_key UNIQUE (organisation, id),
  constraint competence_entry_check CHECK (((other IS NULL) OR (other <> person))),
  constraint competence_entry_check1 CHECK (((entered_by = person) OR (entered_by = other))),
  constraint competence_entry_check2 CHECK (((state = ANY (ARRAY['noted'::text, 'asked'::text])) = (answered_by IS NULL))),
  constraint competence_entry_check3 CHECK (((answered_by IS NULL) = (answered_at IS NULL))),
  constraint competence_entry_check4 CHECK (((state <> 'confirmed'::text) OR (answered_by <> entered_by))),
  constraint competence_entry_pathway_check CHECK (((length(pathway) >= 1) AND (length(pathway) <= 80))),
  constraint competence_entry_state_check CHECK ((state = ANY (ARRAY['noted'::text, 'asked'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint competence_entry_step_check CHECK (((length(step) >= 1) AND (length(step) <= 80)))
);
CREATE INDEX competence_entry_asked ON public.competence_entry USING btree (organisation, other) WHERE (state = 'asked'::text);
CREATE INDEX competence_entry_person ON public.competence_entry USING btree (organisation, person);
alter table competence_entry enable row level security;
alter table competence_entry force row level security;
create policy competence_entry_add on competence_entry for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (entered_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy competence_entry_answer on competence_entry for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = person) OR (( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = other)))) with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (answered_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy competence_entry_read on competence_entry for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on competence_entry to mcs_request;
grant update (state, answered_by, answered_at) on competence_entry to mcs_request;

create table competence_sign_off (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  pathway text not null,
  registration uuid not null,
  from_day date not null,
  to_day date,
  way text not null,
  reason text,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text,
  constraint competence_sign_off_pkey PRIMARY KEY (id),
  constraint competence_sign_off_organisation_id_key UNIQUE (organisation, id),
  constraint competence_sign_off_check CHECK ((to_day >= from_day)),
  constraint competence_sign_off_check1 CHECK ((signed_by <> person)),
  constraint competence_sign_off_check2 CHECK (((way = ANY (ARRAY['starting list'::text, 'for now'::text])) = (reason IS NOT NULL))),
  constraint competence_sign_off_check3 CHECK (((way <> 'for now'::text) OR (to_day IS NOT NULL))),
  constraint competence_sign_off_check4 CHECK ((((ended_by IS NULL) = (ended_at IS NULL)) AND ((ended_by IS NULL) = (end_reason IS NULL)))),
  constraint competence_sign_off_end_reason_check CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 500))),
  constraint competence_sign_off_pathway_check CHECK (((length(pathway) >= 1) AND (length(pathway) <= 80))),
  constraint competence_sign_off_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint competence_sign_off_way_check CHECK ((way = ANY (ARRAY['pathway'::text, 'renewed'::text, 'starting list'::text, 'for now'::text])))
);
CREATE INDEX competence_sign_off_person ON public.competence_sign_off USING btree (organisation, person);
alter table competence_sign_off enable row level security;
alter table competence_sign_off force row level security;
create policy competence_sign_off_add on competence_sign_off for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (signed_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy competence_sign_off_end on competence_sign_off for update to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting))) with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (ended_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (person <> ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy competence_sign_off_read on competence_sign_off for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on competence_sign_off to mcs_request;
grant update (to_day, ended_by, ended_at, end_reason) on competence_sign_off to mcs_request;

create table concern (
  organisation uuid not null,
  id uuid not null,
  about_kind text,
  about uuid,
  kind text not null,
  route_key text,
  raised_by uuid not null,
  raised_at timestamp with time zone not null,
  outcome text not null,
  told_at timestamp with time zone,
  told_how text,
  named uuid,
  telling text not null,
  constraint concern_pkey PRIMARY KEY (id),
  constraint concern_organisation_id_key UNIQUE (organisation, id),
  constraint concern_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint concern_about_kind_check CHECK ((about_kind = ANY (ARRAY['session'::text, 'session record'::text, 'case'::text, 'preparation'::text, 'agreement'::text, 'learning set'::text, 'learning set meeting'::text]))),
  constraint concern_check CHECK (((about_kind IS NULL) = (about IS NULL))),
  constraint concern_check1 CHECK (((outcome = 'told'::text) = ((told_at IS NOT NULL) AND (told_how IS NOT NULL)))),
  constraint concern_check2 CHECK (((named IS NULL) = (telling = 'nobody is named'::text))),
  constraint concern_check3 CHECK ((named IS DISTINCT FROM raised_by)),
  constraint concern_kind_check CHECK ((kind = ANY (ARRAY['safeguarding children'::text, 'safeguarding adults'::text, 'misconduct'::text, 'practice'::text, 'whistle-blowing'::text, 'dignity at work'::text, 'fraud'::text, 'immediate danger'::text, 'disagreement'::text, 'wellbeing'::text, 'something else'::text]))),
  constraint concern_outcome_check CHECK ((outcome = ANY (ARRAY['told'::text, 'not shared'::text]))),
  constraint concern_route_key_check CHECK ((length(route_key) <= 80)),
  constraint concern_telling_check CHECK ((telling = ANY (ARRAY['nobody is named'::text, 'told'::text, 'told here'::text, 'not yet'::text]))),
  constraint concern_told_how_check CHECK ((told_how = ANY (ARRAY['in person'::text, 'phone'::text, 'video'::text, 'e-mail'::text, 'form'::text, 'other'::text])))
);
CREATE INDEX concern_about ON public.concern USING btree (organisation, about) WHERE (about IS NOT NULL);
CREATE INDEX concern_named ON public.concern USING btree (organisation, named) WHERE (named IS NOT NULL);
CREATE INDEX concern_raised_by ON public.concern USING btree (organisation, raised_by, raised_at);
alter table concern enable row level security;
alter table concern force row level security;
create policy concern_add on concern for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (raised_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy concern_read on concern for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on concern to mcs_request;

create table concern_entry (
  organisation uuid not null,
  concern uuid not null,
  number integer not null,
  kind text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint concern_entry_pkey PRIMARY KEY (organisation, concern, number),
  constraint concern_entry_organisation_concern_fkey FOREIGN KEY (organisation, concern) REFERENCES concern(organisation, id),
  constraint concern_entry_kind_check CHECK ((kind = ANY (ARRAY['passed on'::text, 'added'::text, 'told'::text, 'seen'::text, 'handed on'::text, 'taken back'::text, 'closed'::text]))),
  constraint concern_entry_number_check CHECK ((number > 0))
);
alter table concern_entry enable row level security;
alter table concern_entry force row level security;
create policy concern_entry_add on concern_entry for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy concern_entry_read on concern_entry for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on concern_entry to mcs_request;

create table figures_waiting (
  organisation uuid not null,
  person uuid not null,
  since timestamp with time zone not null,
  constraint figures_waiting_pkey PRIMARY KEY (organisation, person),
  constraint figures_waiting_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
alter table figures_waiting enable row level security;
alter table figures_waiting force row level security;
create policy figures_waiting_own on figures_waiting for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting))) with check ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select, update on figures_waiting to mcs_request;

create table glass (
  organisation uuid not null,
  id uuid not null,
  record uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  cause text not null,
  risk_in_telling boolean not null,
  constraint glass_pkey PRIMARY KEY (id),
  constraint glass_organisation_id_key UNIQUE (organisation, id),
  constraint glass_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint glass_record_fkey FOREIGN KEY (record) REFERENCES session_record(id),
  constraint glass_cause_check CHECK ((cause = ANY (ARRAY['author ill or away'::text, 'author cannot be reached'::text, 'somebody at risk now'::text]))),
  constraint glass_check CHECK (((expires_at > asked_at) AND (expires_at <= (asked_at + '24:00:00'::interval))))
);
CREATE INDEX glass_asked_by ON public.glass USING btree (organisation, asked_by);
CREATE INDEX glass_record ON public.glass USING btree (organisation, record);
alter table glass enable row level security;
alter table glass force row level security;
create policy glass_ask on glass for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (asked_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND holds_safeguarding_role(ARRAY['safeguarding advisor'::text, 'senior advisor'::text, 'named professional'::text, 'designated professional'::text])));
create policy glass_read on glass for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on glass to mcs_request;

create table glass_answer (
  organisation uuid not null,
  glass uuid not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  answer text not null,
  tell_on date,
  constraint glass_answer_pkey PRIMARY KEY (organisation, glass, answered_by),
  constraint glass_answer_organisation_glass_fkey FOREIGN KEY (organisation, glass) REFERENCES glass(organisation, id),
  constraint glass_answer_answer_check CHECK ((answer = ANY (ARRAY['agreed'::text, 'refused'::text]))),
  constraint glass_answer_check CHECK (((answer = 'agreed'::text) OR (tell_on IS NULL)))
);
CREATE UNIQUE INDEX glass_agreed_once ON public.glass_answer USING btree (organisation, glass) WHERE (answer = 'agreed'::text);
alter table glass_answer enable row level security;
alter table glass_answer force row level security;
create policy glass_answer_give on glass_answer for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (answered_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (answered_by <> glass_asker(glass)) AND holds_safeguarding_role(ARRAY['safeguarding advisor'::text, 'senior advisor'::text, 'named professional'::text, 'designated professional'::text])));
create policy glass_answer_read on glass_answer for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on glass_answer to mcs_request;

create table glass_opening (
  organisation uuid not null,
  glass uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint glass_opening_pkey PRIMARY KEY (organisation, glass),
  constraint glass_opening_organisation_glass_fkey FOREIGN KEY (organisation, glass) REFERENCES glass(organisation, id),
  constraint glass_opening_check CHECK ((until = (opened_at + '01:00:00'::interval)))
);
alter table glass_opening enable row level security;
alter table glass_opening force row level security;
create policy glass_opening_do on glass_opening for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (opened_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (opened_by = glass_asker(glass)) AND (glass_second(glass) <> opened_by)));
create policy glass_opening_read on glass_opening for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on glass_opening to mcs_request;

create table glass_review (
  organisation uuid not null,
  glass uuid not null,
  reviewed_by uuid not null,
  reviewed_at timestamp with time zone not null,
  outcome text not null,
  constraint glass_review_pkey PRIMARY KEY (organisation, glass),
  constraint glass_review_organisation_glass_fkey FOREIGN KEY (organisation, glass) REFERENCES glass(organisation, id),
  constraint glass_review_outcome_check CHECK ((outcome = ANY (ARRAY['justified'::text, 'not justified'::text])))
);
alter table glass_review enable row level security;
alter table glass_review force row level security;
create policy glass_review_do on glass_review for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (reviewed_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (reviewed_by <> glass_asker(glass)) AND (reviewed_by <> glass_second(glass)) AND holds_safeguarding_role(ARRAY['senior advisor'::text, 'named professional'::text, 'designated professional'::text])));
create policy glass_review_read on glass_review for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on glass_review to mcs_request;

create table glass_telling (
  organisation uuid not null,
  glass uuid not null,
  number integer not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  decision text not null,
  tell_on date,
  constraint glass_telling_pkey PRIMARY KEY (organisation, glass, number),
  constraint glass_telling_organisation_glass_fkey FOREIGN KEY (organisation, glass) REFERENCES glass(organisation, id),
  constraint glass_telling_check CHECK (((decision = 'later'::text) = (tell_on IS NOT NULL))),
  constraint glass_telling_decision_check CHECK ((decision = ANY (ARRAY['told'::text, 'later'::text]))),
  constraint glass_telling_number_check CHECK ((number > 0))
);
alter table glass_telling enable row level security;
alter table glass_telling force row level security;
create policy glass_telling_do on glass_telling for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy glass_telling_read on glass_telling for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on glass_telling to mcs_request;

create table kept_form (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  path text not null,
  key_id text not null,
  sealed bytea not null,
  kept_at timestamp with time zone not null,
  constraint kept_form_pkey PRIMARY KEY (id),
  constraint kept_form_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint kept_form_path_check CHECK (((path ~~ '/%'::text) AND (length(path) <= 500)))
);
CREATE INDEX kept_form_person ON public.kept_form USING btree (organisation, person, kept_at);
alter table kept_form enable row level security;
alter table kept_form force row level security;
create policy kept_form_door on kept_form for all to mcs_door using (true) with check (true);
create policy kept_form_own on kept_form for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant delete, insert, select on kept_form to mcs_door;
grant delete, select on kept_form to mcs_request;

create table known_browser (
  organisation uuid not null,
  account uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint known_browser_pkey PRIMARY KEY (account, token_hash),
  constraint known_browser_organisation_account_fkey FOREIGN KEY (organisation, account) REFERENCES account(organisation, id) ON DELETE CASCADE,
  constraint known_browser_token_hash_check CHECK ((length(token_hash) = 32))
);
alter table known_browser enable row level security;
alter table known_browser force row level security;
create policy known_browser_door on known_browser for all to mcs_door using (true) with check (true);
grant delete, insert, select, update on known_browser to mcs_door;

create table lead_reading (
  organisation uuid not null,
  id uuid not null,
  record uuid not null,
  lead uuid not null,
  purpose text not null,
  opened_at timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint lead_reading_pkey PRIMARY KEY (id),
  constraint lead_reading_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint lead_reading_record_fkey FOREIGN KEY (record) REFERENCES session_record(id),
  constraint lead_reading_check CHECK ((until = (opened_at + '01:00:00'::interval))),
  constraint lead_reading_purpose_check CHECK ((purpose = ANY (ARRAY['somebody may be at risk'::text, 'following up a concern'::text, 'quality of supervision'::text, 'learning from a review'::text, 'support for the supervisor'::text])))
);
CREATE INDEX lead_reading_lead ON public.lead_reading USING btree (organisation, lead, opened_at);
CREATE INDEX lead_reading_record ON public.lead_reading USING btree (organisation, record);
alter table lead_reading enable row level security;
alter table lead_reading force row level security;
create policy lead_reading_do on lead_reading for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (lead = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND holds_safeguarding_role(ARRAY['named professional'::text, 'designated professional'::text])));
create policy lead_reading_read on lead_reading for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on lead_reading to mcs_request;

create table learning_announcement (
  organisation uuid not null,
  id uuid not null,
  learning_set uuid not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  version integer not null,
  text_hash text not null,
  recipients uuid[] not null,
  state text not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint learning_announcement_pkey PRIMARY KEY (id),
  constraint learning_announcement_organisation_id_key UNIQUE (organisation, id),
  constraint learning_announcement_organisation_learning_set_fkey FOREIGN KEY (organisation, learning_set) REFERENCES learning_set(organisation, id),
  constraint learning_announcement_organisation_proposed_by_fkey FOREIGN KEY (organisation, proposed_by) REFERENCES person(organisation, id),
  constraint learning_announcement_check CHECK ((((state = 'proposed'::text) = (ended_at IS NULL)) AND ((ended_by IS NULL) = (ended_at IS NULL)))),
  constraint learning_announcement_recipients_check CHECK (((cardinality(recipients) >= 1) AND (cardinality(recipients) <= 20))),
  constraint learning_announcement_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'told'::text, 'withdrawn'::text]))),
  constraint learning_announcement_text_hash_check CHECK ((text_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint learning_announcement_version_check CHECK ((version > 0))
);
CREATE INDEX learning_announcement_of_set ON public.learning_announcement USING btree (organisation, learning_set);
CREATE INDEX learning_announcement_to ON public.learning_announcement USING gin (recipients);
alter table learning_announcement enable row level security;
alter table learning_announcement force row level security;
create policy learning_announcement_change on learning_announcement for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_of_set(learning_set) AND (state = 'proposed'::text))) with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_of_set(learning_set)));
create policy learning_announcement_propose on learning_announcement for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (proposed_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND is_of_set(learning_set) AND (state = 'proposed'::text)));
create policy learning_announcement_read on learning_announcement for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (had_not_left(learning_set, ((proposed_at AT TIME ZONE 'Europe/London'::text))::date) OR ((state = 'told'::text) AND (( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = ANY (recipients))))));
grant insert, select on learning_announcement to mcs_request;
grant update (version, text_hash, recipients, state, ended_by, ended_at) on learning_announcement to mcs_request;

create table learning_announcement_agreement (
  organisation uuid not null,
  announcement uuid not null,
  person uuid not null,
  text_hash text not null,
  agreed_at timestamp with time zone not null,
  constraint learning_announcement_agreement_pkey PRIMARY KEY (organisation, announcement, person, text_hash),
  constraint learning_announcement_agreement_organisation_announcement_fkey FOREIGN KEY (organisation, announcement) REFERENCES learning_announcement(organisation, id),
  constraint learning_announcement_agreement_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint learning_announcement_agreement_text_hash_check CHECK ((text_hash ~ '^[0-9a-f]{64}$'::text))
);
alter table learning_announcement_agreement enable row level security;
alter table learning_announcement_agreement force row level security;
create policy learning_announcement_agreement_give on learning_announcement_agreement for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND takes_agreement(announcement, text_hash)));
create policy learning_announcement_agreement_read on learning_announcement_agreement for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_in_announcement(announcement)));
create policy learning_announcement_agreement_take_back on learning_announcement_agreement for delete to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND takes_agreement(announcement, text_hash)));
grant delete, insert, select on learning_announcement_agreement to mcs_request;

create table learning_announcement_reading (
  organisation uuid not null,
  announcement uuid not null,
  person uuid not null,
  read_at timestamp with time zone not null,
  constraint learning_announcement_reading_pkey PRIMARY KEY (organisation, announcement, person),
  constraint learning_announcement_reading_organisation_announcement_fkey FOREIGN KEY (organisation, announcement) REFERENCES learning_announcement(organisation, id)
);
alter table learning_announcement_reading enable row level security;
alter table learning_announcement_reading force row level security;
create policy learning_announcement_reading_read on learning_announcement_reading for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_in_announcement(announcement)));
create policy learning_announcement_reading_say on learning_announcement_reading for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND is_in_announcement(announcement)));
grant insert, select on learning_announcement_reading to mcs_request;

create table learning_capture_choice (
  organisation uuid not null,
  meeting uuid not null,
  token uuid not null,
  agrees boolean not null,
  constraint learning_capture_choice_pkey PRIMARY KEY (organisation, token),
  constraint learning_capture_choice_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id)
);
CREATE INDEX learning_capture_choice_of_meeting ON public.learning_capture_choice USING btree (organisation, meeting);
alter table learning_capture_choice enable row level security;
alter table learning_capture_choice force row level security;
create policy learning_capture_choice_again on learning_capture_choice for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_own_capture_word(token, meeting)));
create policy learning_capture_choice_read on learning_capture_choice for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_of_meeting_set(meeting)));
create policy learning_capture_choice_say on learning_capture_choice for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_of_meeting_set(meeting) AND is_own_capture_word(token, meeting)));
grant insert, select on learning_capture_choice to mcs_request;
grant update (agrees) on learning_capture_choice to mcs_request;

create table learning_capture_word (
  organisation uuid not null,
  meeting uuid not null,
  person uuid not null,
  said_at timestamp with time zone not null,
  token uuid not null,
  constraint learning_capture_word_pkey PRIMARY KEY (organisation, meeting, person),
  constraint learning_capture_word_organisation_token_key UNIQUE (organisation, token),
  constraint learning_capture_word_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id),
  constraint learning_capture_word_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id)
);
alter table learning_capture_word enable row level security;
alter table learning_capture_word force row level security;
create policy learning_capture_word_again on learning_capture_word for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy learning_capture_word_read on learning_capture_word for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy learning_capture_word_say on learning_capture_word for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND is_of_meeting_set(meeting)));
grant insert, select on learning_capture_word to mcs_request;
grant update (said_at) on learning_capture_word to mcs_request;

create table learning_cohort (
  organisation uuid not null,
  id uuid not null,
  programme uuid not null,
  name text not null,
  from_day date not null,
  last_day date not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  version integer not null,
  constraint learning_cohort_pkey PRIMARY KEY (id),
  constraint learning_cohort_organisation_id_key UNIQUE (organisation, id),
  constraint learning_cohort_organisation_programme_fkey FOREIGN KEY (organisation, programme) REFERENCES learning_programme(organisation, id),
  constraint learning_cohort_check CHECK ((last_day >= from_day)),
  constraint learning_cohort_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint learning_cohort_version_check CHECK ((version > 0))
);
CREATE INDEX learning_cohort_programme ON public.learning_cohort USING btree (organisation, programme);
alter table learning_cohort enable row level security;
alter table learning_cohort force row level security;
create policy learning_cohort_own on learning_cohort for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on learning_cohort to mcs_request;
grant update (name, from_day, last_day, version) on learning_cohort to mcs_request;

create table learning_cohort_set (
  organisation uuid not null,
  learning_set uuid not null,
  cohort uuid not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint learning_cohort_set_pkey PRIMARY KEY (organisation, learning_set),
  constraint learning_cohort_set_organisation_cohort_fkey FOREIGN KEY (organisation, cohort) REFERENCES learning_cohort(organisation, id),
  constraint learning_cohort_set_organisation_learning_set_fkey FOREIGN KEY (organisation, learning_set) REFERENCES learning_set(organisation, id)
);
CREATE INDEX learning_cohort_set_cohort ON public.learning_cohort_set USING btree (organisation, cohort);
alter table learning_cohort_set enable row level security;
alter table learning_cohort_set force row level security;
create policy learning_cohort_set_own on learning_cohort_set for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select on learning_cohort_set to mcs_request;

create table learning_feedback (
  organisation uuid not null,
  id uuid not null,
  cohort uuid not null,
  person uuid not null,
  save integer not null default 0,
  given_at timestamp with time zone not null,
  draft integer not null default 0,
  constraint learning_feedback_pkey PRIMARY KEY (id),
  constraint learning_feedback_organisation_cohort_person_key UNIQUE (organisation, cohort, person),
  constraint learning_feedback_organisation_id_key UNIQUE (organisation, id),
  constraint learning_feedback_organisation_cohort_fkey FOREIGN KEY (organisation, cohort) REFERENCES learning_cohort(organisation, id),
  constraint learning_feedback_draft_check CHECK ((draft >= 0)),
  constraint learning_feedback_save_check CHECK ((save >= 0))
);
alter table learning_feedback enable row level security;
alter table learning_feedback force row level security;
create policy learning_feedback_change on learning_feedback for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy learning_feedback_give on learning_feedback for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy learning_feedback_read on learning_feedback for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) OR leads_cohort(cohort))));
grant insert, select on learning_feedback to mcs_request;
grant update (save, given_at, draft) on learning_feedback to mcs_request;

create table learning_meeting (
  organisation uuid not null,
  id uuid not null,
  learning_set uuid not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  place text not null,
  format_key text not null,
  capture text not null,
  state text not null,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  version integer not null,
  last_event integer not null default 0,
  session uuid,
  closed_at timestamp with time zone,
  constraint learning_meeting_pkey PRIMARY KEY (id),
  constraint learning_meeting_organisation_id_key UNIQUE (organisation, id),
  constraint learning_meeting_organisation_learning_set_fkey FOREIGN KEY (organisation, learning_set) REFERENCES learning_set(organisation, id),
  constraint learning_meeting_capture_check CHECK ((capture = ANY (ARRAY['kept'::text, 'not kept'::text]))),
  constraint learning_meeting_check CHECK (((last_event > 0) = (state = ANY (ARRAY['open'::text, 'finished'::text])))),
  constraint learning_meeting_check1 CHECK (((session IS NULL) OR (state = 'finished'::text))),
  constraint learning_meeting_closed CHECK (((closed_at IS NULL) OR (state = 'finished'::text))),
  constraint learning_meeting_format_key_check CHECK (((length(format_key) >= 1) AND (length(format_key) <= 80))),
  constraint learning_meeting_last_event_check CHECK ((last_event >= 0)),
  constraint learning_meeting_minutes_check CHECK (((minutes >= 10) AND (minutes <= 600))),
  constraint learning_meeting_place_check CHECK ((length(place) <= 300)),
  constraint learning_meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'finished'::text, 'called off'::text]))),
  constraint learning_meeting_version_check CHECK ((version > 0))
);
CREATE INDEX learning_meeting_of_set ON public.learning_meeting USING btree (organisation, learning_set, starts_at);
alter table learning_meeting enable row level security;
alter table learning_meeting force row level security;
create policy learning_meeting_own on learning_meeting for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on learning_meeting to mcs_request;
grant update (starts_at, minutes, place, format_key, capture, state, version, last_event, session, closed_at) on learning_meeting to mcs_request;

create table learning_meeting_apology (
  organisation uuid not null,
  meeting uuid not null,
  person uuid not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  constraint learning_meeting_apology_pkey PRIMARY KEY (organisation, meeting, person),
  constraint learning_meeting_apology_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id)
);
alter table learning_meeting_apology enable row level security;
alter table learning_meeting_apology force row level security;
create policy learning_meeting_apology_read on learning_meeting_apology for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy learning_meeting_apology_say on learning_meeting_apology for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (said_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy learning_meeting_apology_take_back on learning_meeting_apology for delete to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = person) OR (( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = said_by))));
grant delete, insert, select on learning_meeting_apology to mcs_request;

create table learning_meeting_came (
  organisation uuid not null,
  meeting uuid not null,
  person uuid not null,
  part text not null,
  came_at timestamp with time zone not null,
  constraint learning_meeting_came_pkey PRIMARY KEY (organisation, meeting, person),
  constraint learning_meeting_came_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id),
  constraint learning_meeting_came_part_check CHECK ((part = ANY (ARRAY['facilitator'::text, 'deputy'::text, 'member'::text])))
);
alter table learning_meeting_came enable row level security;
alter table learning_meeting_came force row level security;
create policy learning_meeting_came_add on learning_meeting_came for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND reads_meeting(meeting)));
create policy learning_meeting_came_read on learning_meeting_came for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on learning_meeting_came to mcs_request;

create table learning_meeting_event (
  organisation uuid not null,
  meeting uuid not null,
  number integer not null,
  type text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  key text not null,
  sealed bytea not null,
  sealed_words bytea,
  constraint learning_meeting_event_pkey PRIMARY KEY (organisation, meeting, number),
  constraint learning_meeting_event_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id),
  constraint learning_meeting_event_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint learning_meeting_event_number_check CHECK ((number > 0)),
  constraint learning_meeting_event_type_check CHECK (((length(type) >= 1) AND (length(type) <= 40)))
);
alter table learning_meeting_event enable row level security;
alter table learning_meeting_event force row level security;
create policy learning_meeting_event_add on learning_meeting_event for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND reads_meeting(meeting)));
create policy learning_meeting_event_read on learning_meeting_event for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND reads_meeting(meeting)));
grant insert, select on learning_meeting_event to mcs_request;

create table learning_meeting_presence (
  organisation uuid not null,
  meeting uuid not null,
  person uuid not null,
  heard_at timestamp with time zone not null,
  constraint learning_meeting_presence_pkey PRIMARY KEY (organisation, meeting, person),
  constraint learning_meeting_presence_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id)
);
alter table learning_meeting_presence enable row level security;
alter table learning_meeting_presence force row level security;
create policy learning_meeting_presence_again on learning_meeting_presence for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy learning_meeting_presence_read on learning_meeting_presence for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy learning_meeting_presence_say on learning_meeting_presence for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on learning_meeting_presence to mcs_request;
grant update (heard_at) on learning_meeting_presence to mcs_request;

create table learning_meeting_turns (
  organisation uuid not null,
  meeting uuid not null,
  learning_set uuid not null,
  day date not null,
  facts jsonb not null,
  sealed bytea not null,
  constraint learning_meeting_turns_pkey PRIMARY KEY (organisation, meeting),
  constraint learning_meeting_turns_organisation_learning_set_fkey FOREIGN KEY (organisation, learning_set) REFERENCES learning_set(organisation, id),
  constraint learning_meeting_turns_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id)
);
CREATE INDEX learning_meeting_turns_of_set ON public.learning_meeting_turns USING btree (organisation, learning_set, day);
alter table learning_meeting_turns enable row level security;
alter table learning_meeting_turns force row level security;
create policy learning_meeting_turns_add on learning_meeting_turns for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND reads_meeting(meeting)));
create policy learning_meeting_turns_read on learning_meeting_turns for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND had_not_left(learning_set, day)));
grant insert, select on learning_meeting_turns to mcs_request;

create table learning_participant (
  organisation uuid not null,
  id uuid not null,
  cohort uuid not null,
  person uuid not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint learning_participant_pkey PRIMARY KEY (id),
  constraint learning_participant_organisation_cohort_fkey FOREIGN KEY (organisation, cohort) REFERENCES learning_cohort(organisation, id),
  constraint learning_participant_check CHECK (((ended_by IS NULL) = (ended_at IS NULL)))
);
CREATE UNIQUE INDEX learning_participant_once ON public.learning_participant USING btree (organisation, cohort, person) WHERE (ended_at IS NULL);
CREATE INDEX learning_participant_person ON public.learning_participant USING btree (organisation, person);
alter table learning_participant enable row level security;
alter table learning_participant force row level security;
create policy learning_participant_own on learning_participant for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on learning_participant to mcs_request;
grant update (ended_by, ended_at) on learning_participant to mcs_request;

create table learning_point (
  organisation uuid not null,
  id uuid not null,
  source_kind text not null,
  source uuid not null,
  drafted_by uuid not null,
  drafted_at timestamp with time zone not null,
  concerned uuid[] not null,
  second_reader uuid not null,
  version integer not null,
  text_hash text not null,
  subjects text[] not null,
  units uuid[] not null,
  state text not null,
  back_because text,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint learning_point_pkey PRIMARY KEY (id),
  constraint learning_point_organisation_id_key UNIQUE (organisation, id),
  constraint learning_point_organisation_drafted_by_fkey FOREIGN KEY (organisation, drafted_by) REFERENCES person(organisation, id),
  constraint learning_point_organisation_second_reader_fkey FOREIGN KEY (organisation, second_reader) REFERENCES person(organisation, id),
  constraint learning_point_back_because_check CHECK ((back_because = ANY (ARRAY['known'::text, 'unclear'::text, 'said already'::text, 'other'::text]))),
  constraint learning_point_check CHECK (((state = 'sent back'::text) = (back_because IS NOT NULL))),
  constraint learning_point_concerned_check CHECK (((cardinality(concerned) >= 1) AND (cardinality(concerned) <= 200))),
  constraint learning_point_source_kind_check CHECK ((source_kind = ANY (ARRAY['session'::text, 'set'::text, 'peer-review'::text]))),
  constraint learning_point_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'declined'::text, 'to be read'::text, 'sent back'::text, 'to be approved'::text, 'sent'::text, 'withdrawn'::text]))),
  constraint learning_point_subjects_check CHECK (((cardinality(subjects) >= 1) AND (cardinality(subjects) <= 5))),
  constraint learning_point_text_hash_check CHECK ((text_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint learning_point_units_check CHECK ((cardinality(units) <= 20)),
  constraint learning_point_version_check CHECK ((version > 0))
);
CREATE INDEX learning_point_concerned ON public.learning_point USING gin (concerned);
CREATE INDEX learning_point_state ON public.learning_point USING btree (organisation, state);
alter table learning_point enable row level security;
alter table learning_point force row level security;
create policy learning_point_known on learning_point for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = ANY (concerned)) OR ((second_reader = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (state = 'to be read'::text)) OR (state = 'to be approved'::text) OR (changed_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))))) with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (changed_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on learning_point to mcs_request;
grant update (second_reader, version, text_hash, subjects, units, state, back_because, changed_by, changed_at) on learning_point to mcs_request;

create table learning_point_agreement (
  organisation uuid not null,
  point uuid not null,
  person uuid not null,
  text_hash text not null,
  agreed_at timestamp with time zone not null,
  constraint learning_point_agreement_pkey PRIMARY KEY (organisation, point, person, text_hash),
  constraint learning_point_agreement_organisation_point_fkey FOREIGN KEY (organisation, point) REFERENCES learning_point(organisation, id),
  constraint learning_point_agreement_text_hash_check CHECK ((text_hash ~ '^[0-9a-f]{64}$'::text))
);
alter table learning_point_agreement enable row level security;
alter table learning_point_agreement force row level security;
create policy learning_point_agreement_give on learning_point_agreement for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND knows_learning_point(point)));
create policy learning_point_agreement_read on learning_point_agreement for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND knows_learning_point(point)));
create policy learning_point_agreement_take_back on learning_point_agreement for delete to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant delete, insert, select on learning_point_agreement to mcs_request;

create table learning_programme (
  organisation uuid not null,
  id uuid not null,
  name text not null,
  lead uuid not null,
  aims text not null default ''::text,
  expect text not null default ''::text,
  commitment text not null default ''::text,
  wellbeing text not null default ''::text,
  contacts text not null default ''::text,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  until_day date,
  version integer not null,
  constraint learning_programme_pkey PRIMARY KEY (id),
  constraint learning_programme_organisation_id_key UNIQUE (organisation, id),
  constraint learning_programme_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint learning_programme_aims_check CHECK ((length(aims) <= 5000)),
  constraint learning_programme_commitment_check CHECK ((length(commitment) <= 2000)),
  constraint learning_programme_contacts_check CHECK ((length(contacts) <= 2000)),
  constraint learning_programme_expect_check CHECK ((length(expect) <= 5000)),
  constraint learning_programme_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint learning_programme_version_check CHECK ((version > 0)),
  constraint learning_programme_wellbeing_check CHECK ((length(wellbeing) <= 5000))
);
alter table learning_programme enable row level security;
alter table learning_programme force row level security;
create policy learning_programme_own on learning_programme for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on learning_programme to mcs_request;
grant update (name, lead, aims, expect, commitment, wellbeing, contacts, until_day, version) on learning_programme to mcs_request;

create table learning_questionnaire (
  organisation uuid not null,
  id uuid not null,
  learning_set uuid not null,
  person uuid not null,
  save integer not null default 0,
  version integer not null default 0,
  saved_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  declined_at timestamp with time zone,
  constraint learning_questionnaire_pkey PRIMARY KEY (id),
  constraint learning_questionnaire_organisation_learning_set_person_key UNIQUE (organisation, learning_set, person),
  constraint learning_questionnaire_organisation_learning_set_fkey FOREIGN KEY (organisation, learning_set) REFERENCES learning_set(organisation, id),
  constraint learning_questionnaire_check CHECK (((sent_at IS NULL) OR (version > 0))),
  constraint learning_questionnaire_check1 CHECK (((sent_at IS NULL) OR (declined_at IS NULL))),
  constraint learning_questionnaire_save_check CHECK ((save >= 0)),
  constraint learning_questionnaire_version_check CHECK ((version >= 0))
);
alter table learning_questionnaire enable row level security;
alter table learning_questionnaire force row level security;
create policy learning_questionnaire_change on learning_questionnaire for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy learning_questionnaire_read on learning_questionnaire for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((sent_at IS NOT NULL) OR (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)))));
create policy learning_questionnaire_write on learning_questionnaire for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on learning_questionnaire to mcs_request;
grant update (save, version, saved_at, sent_at, declined_at) on learning_questionnaire to mcs_request;

create table learning_quote (
  organisation uuid not null,
  id uuid not null,
  programme uuid not null,
  cohort uuid not null,
  quoting uuid not null,
  words text not null,
  person uuid,
  shown_by uuid not null,
  shown_at timestamp with time zone not null,
  constraint learning_quote_pkey PRIMARY KEY (id),
  constraint learning_quote_organisation_quoting_key UNIQUE (organisation, quoting),
  constraint learning_quote_organisation_cohort_fkey FOREIGN KEY (organisation, cohort) REFERENCES learning_cohort(organisation, id),
  constraint learning_quote_organisation_programme_fkey FOREIGN KEY (organisation, programme) REFERENCES learning_programme(organisation, id),
  constraint learning_quote_organisation_quoting_fkey FOREIGN KEY (organisation, quoting) REFERENCES learning_quoting(organisation, id),
  constraint learning_quote_words_check CHECK (((length(words) >= 1) AND (length(words) <= 4000)))
);
CREATE INDEX learning_quote_programme ON public.learning_quote USING btree (organisation, programme);
alter table learning_quote enable row level security;
alter table learning_quote force row level security;
create policy learning_quote_hide on learning_quote for delete to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (leads_cohort(cohort) OR (EXISTS ( SELECT
   FROM (learning_quoting q
     JOIN learning_feedback f ON (((f.organisation = q.organisation) AND (f.id = q.feedback))))
  WHERE ((q.organisation = learning_quote.organisation) AND (q.id = learning_quote.quoting) AND (f.person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))))))));
create policy learning_quote_read on learning_quote for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy learning_quote_show on learning_quote for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND leads_cohort(cohort) AND (EXISTS ( SELECT
   FROM (learning_quoting q
     JOIN learning_feedback f ON (((f.organisation = q.organisation) AND (f.id = q.feedback))))
  WHERE ((q.organisation = learning_quote.organisation) AND (q.id = learning_quote.quoting) AND (f.cohort = learning_quote.cohort) AND (q.consent <> 'no'::text) AND ((learning_quote.person IS NULL) OR ((q.consent = 'with name'::text) AND (learning_quote.person = f.person))))))));
grant delete, insert, select on learning_quote to mcs_request;

create table learning_quoting (
  organisation uuid not null,
  id uuid not null,
  feedback uuid not null,
  question text not null,
  consent text not null,
  decided_at timestamp with time zone not null,
  constraint learning_quoting_pkey PRIMARY KEY (id),
  constraint learning_quoting_organisation_feedback_question_key UNIQUE (organisation, feedback, question),
  constraint learning_quoting_organisation_id_key UNIQUE (organisation, id),
  constraint learning_quoting_organisation_feedback_fkey FOREIGN KEY (organisation, feedback) REFERENCES learning_feedback(organisation, id),
  constraint learning_quoting_consent_check CHECK ((consent = ANY (ARRAY['no'::text, 'without name'::text, 'with name'::text]))),
  constraint learning_quoting_question_check CHECK (((length(question) >= 1) AND (length(question) <= 80)))
);
alter table learning_quoting enable row level security;
alter table learning_quoting force row level security;
create policy learning_quoting_change on learning_quoting for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM learning_feedback f
  WHERE ((f.organisation = learning_quoting.organisation) AND (f.id = learning_quoting.feedback) AND (f.person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)))))));
create policy learning_quoting_decide on learning_quoting for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM learning_feedback f
  WHERE ((f.organisation = learning_quoting.organisation) AND (f.id = learning_quoting.feedback) AND (f.person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)))))));
create policy learning_quoting_read on learning_quoting for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM learning_feedback f
  WHERE ((f.organisation = learning_quoting.organisation) AND (f.id = learning_quoting.feedback))))));
grant insert, select on learning_quoting to mcs_request;
grant update (consent, decided_at) on learning_quoting to mcs_request;

create table learning_reflection (
  organisation uuid not null,
  id uuid not null,
  learning_set uuid not null,
  meeting uuid,
  person uuid not null,
  shared integer not null,
  shared_about uuid not null,
  save integer not null,
  saved_at timestamp with time zone not null,
  constraint learning_reflection_pkey PRIMARY KEY (id),
  constraint learning_reflection_organisation_id_key UNIQUE (organisation, id),
  constraint learning_reflection_organisation_learning_set_meeting_perso_key UNIQUE NULLS NOT DISTINCT (organisation, learning_set, meeting, person),
  constraint learning_reflection_organisation_learning_set_fkey FOREIGN KEY (organisation, learning_set) REFERENCES learning_set(organisation, id),
  constraint learning_reflection_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id),
  constraint learning_reflection_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint learning_reflection_save_check CHECK ((save > 0)),
  constraint learning_reflection_shared_check CHECK ((shared >= 0))
);
alter table learning_reflection enable row level security;
alter table learning_reflection force row level security;
create policy learning_reflection_again on learning_reflection for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy learning_reflection_read on learning_reflection for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) OR ((shared > 0) AND had_not_left(learning_set, ((saved_at AT TIME ZONE 'Europe/London'::text))::date)))));
create policy learning_reflection_write on learning_reflection for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND is_of_set(learning_set)));
grant insert, select on learning_reflection to mcs_request;
grant update (shared, shared_about, save, saved_at) on learning_reflection to mcs_request;

create table learning_release (
  organisation uuid not null,
  id uuid not null,
  meeting uuid not null,
  item text not null,
  presenter uuid not null,
  recipient uuid not null,
  released_at timestamp with time zone not null,
  read_at timestamp with time zone,
  taken_back_at timestamp with time zone,
  constraint learning_release_pkey PRIMARY KEY (id),
  constraint learning_release_organisation_id_key UNIQUE (organisation, id),
  constraint learning_release_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id),
  constraint learning_release_organisation_presenter_fkey FOREIGN KEY (organisation, presenter) REFERENCES person(organisation, id),
  constraint learning_release_organisation_recipient_fkey FOREIGN KEY (organisation, recipient) REFERENCES person(organisation, id),
  constraint learning_release_check CHECK ((recipient <> presenter)),
  constraint learning_release_check1 CHECK (((read_at IS NULL) OR (taken_back_at IS NULL))),
  constraint learning_release_item_check CHECK (((length(item) >= 1) AND (length(item) <= 80)))
);
CREATE INDEX learning_release_of_meeting ON public.learning_release USING btree (organisation, meeting);
CREATE INDEX learning_release_to ON public.learning_release USING btree (organisation, recipient);
alter table learning_release enable row level security;
alter table learning_release force row level security;
create policy learning_release_end on learning_release for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (read_at IS NULL) AND (taken_back_at IS NULL) AND ((( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = presenter) OR (( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = recipient)))) with check ((((read_at IS NULL) OR (recipient = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))) AND ((taken_back_at IS NULL) OR (presenter = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)))));
create policy learning_release_give on learning_release for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (presenter = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND reads_meeting(meeting) AND (read_at IS NULL) AND (taken_back_at IS NULL)));
create policy learning_release_read on learning_release for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((presenter = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) OR (recipient = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) OR reads_meeting(meeting))));
grant insert, select on learning_release to mcs_request;
grant update (read_at, taken_back_at) on learning_release to mcs_request;

create table learning_released (
  organisation uuid not null,
  id uuid not null,
  title text not null,
  words text not null,
  subjects text[] not null,
  units uuid[] not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  constraint learning_released_pkey PRIMARY KEY (id),
  constraint learning_released_organisation_id_key UNIQUE (organisation, id),
  constraint learning_released_organisation_id_fkey FOREIGN KEY (organisation, id) REFERENCES learning_point(organisation, id),
  constraint learning_released_check CHECK ((((withdrawn_by IS NULL) = (withdrawn_at IS NULL)) AND ((withdrawn_at IS NULL) OR ((title = ''::text) AND (words = ''::text)))))
);
CREATE INDEX learning_released_sent ON public.learning_released USING btree (organisation, sent_at);
alter table learning_released enable row level security;
alter table learning_released force row level security;
create policy learning_released_own on learning_released for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on learning_released to mcs_request;
grant update (title, words, withdrawn_by, withdrawn_at) on learning_released to mcs_request;

create table learning_released_reading (
  organisation uuid not null,
  point uuid not null,
  person uuid not null,
  read_at timestamp with time zone not null,
  constraint learning_released_reading_pkey PRIMARY KEY (organisation, point, person),
  constraint learning_released_reading_organisation_point_fkey FOREIGN KEY (organisation, point) REFERENCES learning_released(organisation, id)
);
alter table learning_released_reading enable row level security;
alter table learning_released_reading force row level security;
create policy learning_released_reading_read on learning_released_reading for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy learning_released_reading_say on learning_released_reading for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on learning_released_reading to mcs_request;

create table learning_set (
  organisation uuid not null,
  id uuid not null,
  name text not null,
  type_key text not null,
  from_day date not null,
  until_day date,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  version integer not null,
  constraint learning_set_pkey PRIMARY KEY (id),
  constraint learning_set_organisation_id_key UNIQUE (organisation, id),
  constraint learning_set_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint learning_set_check CHECK (((until_day IS NULL) OR (until_day >= from_day))),
  constraint learning_set_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint learning_set_version_check CHECK ((version > 0))
);
alter table learning_set enable row level security;
alter table learning_set force row level security;
create policy learning_set_own on learning_set for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on learning_set to mcs_request;
grant update (name, until_day, version) on learning_set to mcs_request;

create table learning_set_membership (
  organisation uuid not null,
  id uuid not null,
  learning_set uuid not null,
  person uuid not null,
  part text not null,
  from_day date not null,
  until_day date,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint learning_set_membership_pkey PRIMARY KEY (id),
  constraint learning_set_membership_organisation_learning_set_fkey FOREIGN KEY (organisation, learning_set) REFERENCES learning_set(organisation, id),
  constraint learning_set_membership_check CHECK (((until_day IS NULL) OR (until_day >= from_day))),
  constraint learning_set_membership_check1 CHECK ((((ended_by IS NULL) = (ended_at IS NULL)) AND ((ended_at IS NULL) = (until_day IS NULL)))),
  constraint learning_set_membership_part_check CHECK ((part = ANY (ARRAY['facilitator'::text, 'deputy'::text, 'member'::text])))
);
CREATE UNIQUE INDEX learning_set_membership_once ON public.learning_set_membership USING btree (organisation, learning_set, person, part) WHERE (until_day IS NULL);
CREATE INDEX learning_set_membership_person ON public.learning_set_membership USING btree (organisation, person);
CREATE INDEX learning_set_membership_set ON public.learning_set_membership USING btree (organisation, learning_set);
CREATE UNIQUE INDEX learning_set_one_facilitator ON public.learning_set_membership USING btree (organisation, learning_set) WHERE ((part = 'facilitator'::text) AND (until_day IS NULL));
alter table learning_set_membership enable row level security;
alter table learning_set_membership force row level security;
create policy learning_set_membership_own on learning_set_membership for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on learning_set_membership to mcs_request;
grant update (until_day, ended_by, ended_at) on learning_set_membership to mcs_request;
CREATE TRIGGER learning_set_membership_changes AFTER INSERT OR UPDATE ON public.learning_set_membership FOR EACH ROW EXECUTE FUNCTION announce_who_may('person', 'person');

create table learning_shared_topic (
  organisation uuid not null,
  topic uuid not null,
  meeting uuid not null,
  learning_set uuid not null,
  person uuid not null,
  about uuid not null,
  shared_at timestamp with time zone not null,
  constraint learning_shared_topic_pkey PRIMARY KEY (organisation, topic),
  constraint learning_shared_topic_organisation_learning_set_fkey FOREIGN KEY (organisation, learning_set) REFERENCES learning_set(organisation, id),
  constraint learning_shared_topic_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id),
  constraint learning_shared_topic_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id)
);
alter table learning_shared_topic enable row level security;
alter table learning_shared_topic force row level security;
create policy learning_shared_topic_read on learning_shared_topic for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) OR is_of_set(learning_set))));
create policy learning_shared_topic_share on learning_shared_topic for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND reads_meeting(meeting)));
create policy learning_shared_topic_take_back on learning_shared_topic for delete to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant delete, insert, select on learning_shared_topic to mcs_request;

create table learning_topic_draft (
  organisation uuid not null,
  id uuid not null,
  meeting uuid not null,
  person uuid not null,
  save integer not null default 0,
  saved_at timestamp with time zone not null,
  constraint learning_topic_draft_pkey PRIMARY KEY (id),
  constraint learning_topic_draft_organisation_meeting_person_key UNIQUE (organisation, meeting, person),
  constraint learning_topic_draft_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES learning_meeting(organisation, id),
  constraint learning_topic_draft_save_check CHECK ((save >= 0))
);
alter table learning_topic_draft enable row level security;
alter table learning_topic_draft force row level security;
create policy learning_topic_draft_own on learning_topic_draft for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on learning_topic_draft to mcs_request;
grant update (save, saved_at) on learning_topic_draft to mcs_request;

create table mail_choice (
  organisation uuid not null,
  person uuid not null,
  digest text not null,
  changed_at timestamp with time zone not null,
  constraint mail_choice_pkey PRIMARY KEY (organisation, person),
  constraint mail_choice_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint mail_choice_digest_check CHECK ((digest = ANY (ARRAY['daily'::text, 'weekly'::text, 'none'::text])))
);
alter table mail_choice enable row level security;
alter table mail_choice force row level security;
create policy mail_choice_own on mail_choice for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select, update on mail_choice to mcs_request;

create table migration (
  name text not null,
  hash text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table obligation_span (
  organisation uuid not null,
  person uuid not null,
  requirement text not null,
  type_key text not null,
  strength text not null,
  from_day date not null,
  to_day date not null,
  state text not null,
  suggested text,
  due_on date,
  due_soon_from date,
  last_on date,
  constraint obligation_span_pkey PRIMARY KEY (organisation, person, requirement, from_day),
  constraint obligation_span_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint obligation_span_check CHECK ((to_day >= from_day)),
  constraint obligation_span_state_check CHECK ((state = ANY (ARRAY['met'::text, 'due soon'::text, 'overdue'::text, 'never had'::text, 'excused'::text, 'recommended'::text, 'as required'::text, 'voluntary'::text]))),
  constraint obligation_span_strength_check CHECK ((strength = ANY (ARRAY['mandatory'::text, 'recommended'::text, 'as required'::text, 'voluntary'::text]))),
  constraint obligation_span_suggested_check CHECK ((suggested = ANY (ARRAY['met'::text, 'due soon'::text, 'overdue'::text, 'never had'::text, 'excused'::text])))
);
CREATE INDEX obligation_span_days ON public.obligation_span USING btree (organisation, to_day, from_day);
alter table obligation_span enable row level security;
alter table obligation_span force row level security;
create policy obligation_span_own on obligation_span for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting))) with check ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select, update on obligation_span to mcs_request;

create table observation (
  organisation uuid not null,
  id uuid not null,
  pathway_key text not null,
  supervisor uuid not null,
  observer uuid not null,
  session uuid,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  called_off_at timestamp with time zone,
  agreed integer not null default 0,
  refused integer not null default 0,
  seen_on date,
  save integer not null default 0,
  version integer not null default 0,
  sent_at timestamp with time zone,
  passed_at timestamp with time zone,
  constraint observation_pkey PRIMARY KEY (id),
  constraint observation_organisation_id_key UNIQUE (organisation, id),
  constraint observation_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint observation_organisation_observer_fkey FOREIGN KEY (organisation, observer) REFERENCES person(organisation, id),
  constraint observation_organisation_supervisor_fkey FOREIGN KEY (organisation, supervisor) REFERENCES person(organisation, id),
  constraint observation_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id),
  constraint observation_agreed_check CHECK ((agreed >= 0)),
  constraint observation_check CHECK ((supervisor <> observer)),
  constraint observation_check1 CHECK (((session IS NOT NULL) OR (seen_on IS NOT NULL))),
  constraint observation_check2 CHECK (((version = 0) OR ((sent_at IS NOT NULL) AND (seen_on IS NOT NULL)))),
  constraint observation_check3 CHECK (((passed_at IS NULL) OR (version > 0))),
  constraint observation_pathway_key_check CHECK (((pathway_key <> ''::text) AND (length(pathway_key) <= 100))),
  constraint observation_refused_check CHECK ((refused >= 0)),
  constraint observation_save_check CHECK ((save >= 0)),
  constraint observation_version_check CHECK ((version >= 0))
);
CREATE INDEX observation_session ON public.observation USING btree (organisation, session);
CREATE INDEX observation_supervisor ON public.observation USING btree (organisation, supervisor);
alter table observation enable row level security;
alter table observation force row level security;
create policy observation_change on observation for update to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy observation_read on observation for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy observation_write on observation for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (planned_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on observation to mcs_request;
grant update (called_off_at, agreed, refused, seen_on, save, version, sent_at, passed_at) on observation to mcs_request;

create table observation_comment (
  organisation uuid not null,
  id uuid not null,
  observation uuid not null,
  version integer not null,
  person uuid not null,
  outcome text not null,
  written_at timestamp with time zone not null,
  constraint observation_comment_pkey PRIMARY KEY (id),
  constraint observation_comment_organisation_observation_version_key UNIQUE (organisation, observation, version),
  constraint observation_comment_organisation_observation_fkey FOREIGN KEY (organisation, observation) REFERENCES observation(organisation, id),
  constraint observation_comment_outcome_check CHECK ((outcome = ANY (ARRAY['agreed'::text, 'commented'::text]))),
  constraint observation_comment_version_check CHECK ((version > 0))
);
alter table observation_comment enable row level security;
alter table observation_comment force row level security;
create policy observation_comment_read on observation_comment for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy observation_comment_write on observation_comment for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM observation o
  WHERE ((o.organisation = observation_comment.organisation) AND (o.id = observation_comment.observation) AND (o.supervisor = observation_comment.person))))));
grant insert, select on observation_comment to mcs_request;

create table observation_consent (
  organisation uuid not null,
  observation uuid not null,
  person uuid not null,
  agrees boolean not null,
  answered_at timestamp with time zone not null,
  constraint observation_consent_pkey PRIMARY KEY (organisation, observation, person),
  constraint observation_consent_organisation_observation_fkey FOREIGN KEY (organisation, observation) REFERENCES observation(organisation, id),
  constraint observation_consent_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id)
);
alter table observation_consent enable row level security;
alter table observation_consent force row level security;
create policy observation_consent_own on observation_consent for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)))) with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on observation_consent to mcs_request;
grant update (agrees, answered_at) on observation_consent to mcs_request;

create table observation_receipt (
  organisation uuid not null,
  observation uuid not null,
  person uuid not null,
  received_at timestamp with time zone not null,
  constraint observation_receipt_pkey PRIMARY KEY (organisation, observation, person),
  constraint observation_receipt_organisation_observation_fkey FOREIGN KEY (organisation, observation) REFERENCES observation(organisation, id)
);
alter table observation_receipt enable row level security;
alter table observation_receipt force row level security;
create policy observation_receipt_read on observation_receipt for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy observation_receipt_write on observation_receipt for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on observation_receipt to mcs_request;

create table one_time_link (
  organisation uuid,
  id uuid not null,
  purpose text not null,
  person uuid,
  email text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint one_time_link_pkey PRIMARY KEY (id),
  constraint one_time_link_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint one_time_link_check CHECK (((purpose = 'invitation'::text) = ((organisation IS NOT NULL) AND (person IS NOT NULL) AND (email IS NOT NULL)))),
  constraint one_time_link_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint one_time_link_purpose_check CHECK ((purpose = ANY (ARRAY['first administrator'::text, 'invitation'::text])))
);
alter table one_time_link enable row level security;
alter table one_time_link force row level security;
create policy one_time_link_door on one_time_link for all to mcs_door using (true) with check (true);
grant insert, select, update on one_time_link to mcs_door;

create table organisation (
  id uuid not null,
  name text not null,
  kind text not null,
  created_at timestamp with time zone not null default now(),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_kind_check CHECK ((kind = ANY (ARRAY['real'::text, 'demonstration'::text, 'test'::text]))),
  constraint organisation_name_check CHECK ((name <> ''::text))
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy organisation_door on organisation for all to mcs_door using (true) with check (true);
create policy organisation_own on organisation for all to mcs_request using ((id = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on organisation to mcs_door;
grant select on organisation to mcs_request;
grant update (name) on organisation to mcs_request;

create table outbox (
  organisation uuid not null,
  id uuid not null,
  to_person uuid not null,
  template text not null,
  payload jsonb not null default '{}'::jsonb,
  due_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  attempts integer not null default 0,
  created_at timestamp with time zone not null default now(),
  problem text,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint outbox_attempts_check CHECK ((attempts >= 0)),
  constraint outbox_payload_check CHECK ((jsonb_typeof(payload) = 'object'::text)),
  constraint outbox_problem_check CHECK ((problem = ANY (ARRAY['no address'::text, 'refused'::text, 'server away'::text, 'unknown mail'::text]))),
  constraint outbox_template_check CHECK ((template ~ '^[a-z][a-z-]*$'::text))
);
CREATE INDEX outbox_waiting ON public.outbox USING btree (organisation, due_at) WHERE (sent_at IS NULL);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_own on outbox for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select on outbox to mcs_request;
grant update (due_at, sent_at, attempts, problem) on outbox to mcs_request;

create table outside_evidence (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  type_key text not null,
  day date not null,
  minutes integer not null,
  format text not null,
  remote boolean not null,
  group_size integer not null,
  supervisor uuid,
  voucher uuid not null,
  state text not null,
  recorded_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  version integer not null default 1,
  constraint outside_evidence_pkey PRIMARY KEY (id),
  constraint outside_evidence_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint outside_evidence_check CHECK ((voucher <> person)),
  constraint outside_evidence_check1 CHECK (((state = 'asked'::text) = (answered_at IS NULL))),
  constraint outside_evidence_format_check CHECK ((format = ANY (ARRAY['one-to-one'::text, 'group'::text]))),
  constraint outside_evidence_group_size_check CHECK (((group_size >= 1) AND (group_size <= 50))),
  constraint outside_evidence_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480))),
  constraint outside_evidence_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'vouched'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX outside_evidence_person ON public.outside_evidence USING btree (organisation, person, day);
CREATE INDEX outside_evidence_voucher ON public.outside_evidence USING btree (organisation, voucher) WHERE (state = 'asked'::text);
alter table outside_evidence enable row level security;
alter table outside_evidence force row level security;
create policy outside_evidence_own on outside_evidence for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on outside_evidence to mcs_request;
grant update (state, answered_at, version) on outside_evidence to mcs_request;

create table outside_evidence_words (
  organisation uuid not null,
  evidence uuid not null,
  held_with text not null,
  held_at text not null default ''::text,
  constraint outside_evidence_words_pkey PRIMARY KEY (organisation, evidence),
  constraint outside_evidence_words_evidence_fkey FOREIGN KEY (evidence) REFERENCES outside_evidence(id),
  constraint outside_evidence_words_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint outside_evidence_words_held_at_check CHECK ((length(held_at) <= 200)),
  constraint outside_evidence_words_held_with_check CHECK (((length(held_with) >= 1) AND (length(held_with) <= 200)))
);
alter table outside_evidence_words enable row level security;
alter table outside_evidence_words force row level security;
create policy outside_evidence_words_own on outside_evidence_words for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on outside_evidence_words to mcs_request;

create table peer_forum (
  organisation uuid not null,
  id uuid not null,
  name text not null,
  type_key text not null,
  chairs uuid[] not null,
  asked boolean not null,
  units uuid[] not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer not null,
  constraint peer_forum_pkey PRIMARY KEY (id),
  constraint peer_forum_organisation_id_key UNIQUE (organisation, id),
  constraint peer_forum_organisation_opened_by_fkey FOREIGN KEY (organisation, opened_by) REFERENCES person(organisation, id),
  constraint peer_forum_chairs_check CHECK (((cardinality(chairs) >= 1) AND (cardinality(chairs) <= 12))),
  constraint peer_forum_check CHECK ((asked OR (cardinality(units) > 0))),
  constraint peer_forum_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint peer_forum_units_check CHECK ((cardinality(units) <= 20)),
  constraint peer_forum_version_check CHECK ((version > 0))
);
alter table peer_forum enable row level security;
alter table peer_forum force row level security;
create policy peer_forum_own on peer_forum for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on peer_forum to mcs_request;
grant update (name, chairs, asked, units, closed_at, version) on peer_forum to mcs_request;

create table peer_item (
  organisation uuid not null,
  id uuid not null,
  review uuid not null,
  kind text not null,
  brought_by uuid not null,
  brought_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  constraint peer_item_pkey PRIMARY KEY (id),
  constraint peer_item_organisation_id_key UNIQUE (organisation, id),
  constraint peer_item_organisation_brought_by_fkey FOREIGN KEY (organisation, brought_by) REFERENCES person(organisation, id),
  constraint peer_item_organisation_review_fkey FOREIGN KEY (organisation, review) REFERENCES peer_review(organisation, id),
  constraint peer_item_kind_check CHECK ((kind = ANY (ARRAY['case'::text, 'learning'::text])))
);
CREATE INDEX peer_item_of_review ON public.peer_item USING btree (organisation, review);
alter table peer_item enable row level security;
alter table peer_item force row level security;
create policy peer_item_own on peer_item for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on peer_item to mcs_request;
grant update (taken_back_at) on peer_item to mcs_request;

create table peer_recommendation (
  organisation uuid not null,
  id uuid not null,
  forum uuid not null,
  review uuid not null,
  owner uuid not null,
  unit uuid,
  due date not null,
  state text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  version integer not null,
  constraint peer_recommendation_pkey PRIMARY KEY (id),
  constraint peer_recommendation_organisation_id_key UNIQUE (organisation, id),
  constraint peer_recommendation_organisation_forum_fkey FOREIGN KEY (organisation, forum) REFERENCES peer_forum(organisation, id),
  constraint peer_recommendation_organisation_owner_fkey FOREIGN KEY (organisation, owner) REFERENCES person(organisation, id),
  constraint peer_recommendation_organisation_review_fkey FOREIGN KEY (organisation, review) REFERENCES peer_review(organisation, id),
  constraint peer_recommendation_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'under way'::text, 'embedded'::text, 'not taken up'::text]))),
  constraint peer_recommendation_version_check CHECK ((version > 0))
);
CREATE INDEX peer_recommendation_of_forum ON public.peer_recommendation USING btree (organisation, forum);
CREATE INDEX peer_recommendation_of_owner ON public.peer_recommendation USING btree (organisation, owner) WHERE (state = ANY (ARRAY['proposed'::text, 'under way'::text]));
alter table peer_recommendation enable row level security;
alter table peer_recommendation force row level security;
create policy peer_recommendation_own on peer_recommendation for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on peer_recommendation to mcs_request;
grant update (owner, due, state, version) on peer_recommendation to mcs_request;

create table peer_recommendation_report (
  organisation uuid not null,
  id uuid not null,
  recommendation uuid not null,
  state text not null,
  due date not null,
  reported_by uuid not null,
  reported_at timestamp with time zone not null,
  constraint peer_recommendation_report_pkey PRIMARY KEY (id),
  constraint peer_recommendation_report_organisation_id_key UNIQUE (organisation, id),
  constraint peer_recommendation_report_organisation_recommendation_fkey FOREIGN KEY (organisation, recommendation) REFERENCES peer_recommendation(organisation, id),
  constraint peer_recommendation_report_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'under way'::text, 'embedded'::text, 'not taken up'::text])))
);
CREATE INDEX peer_recommendation_report_of ON public.peer_recommendation_report USING btree (organisation, recommendation);
alter table peer_recommendation_report enable row level security;
alter table peer_recommendation_report force row level security;
create policy peer_recommendation_report_own on peer_recommendation_report for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on peer_recommendation_report to mcs_request;

create table peer_record_draft (
  organisation uuid not null,
  id uuid not null,
  review uuid not null,
  author uuid not null,
  save integer not null,
  kept_at timestamp with time zone not null,
  constraint peer_record_draft_pkey PRIMARY KEY (id),
  constraint peer_record_draft_organisation_review_author_key UNIQUE (organisation, review, author),
  constraint peer_record_draft_organisation_author_fkey FOREIGN KEY (organisation, author) REFERENCES person(organisation, id),
  constraint peer_record_draft_organisation_review_fkey FOREIGN KEY (organisation, review) REFERENCES peer_review(organisation, id),
  constraint peer_record_draft_save_check CHECK ((save > 0))
);
alter table peer_record_draft enable row level security;
alter table peer_record_draft force row level security;
create policy peer_record_draft_own on peer_record_draft for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (author = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant delete, insert, select on peer_record_draft to mcs_request;
grant update (save, kept_at) on peer_record_draft to mcs_request;

create table peer_register (
  organisation uuid not null,
  review uuid not null,
  person uuid not null,
  stands text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  constraint peer_register_pkey PRIMARY KEY (organisation, review, person),
  constraint peer_register_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint peer_register_organisation_review_fkey FOREIGN KEY (organisation, review) REFERENCES peer_review(organisation, id),
  constraint peer_register_stands_check CHECK ((stands = ANY (ARRAY['coming'::text, 'not coming'::text, 'here'::text])))
);
alter table peer_register enable row level security;
alter table peer_register force row level security;
create policy peer_register_own on peer_register for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on peer_register to mcs_request;
grant update (stands, said_by, said_at) on peer_register to mcs_request;

create table peer_register_correction (
  organisation uuid not null,
  id uuid not null,
  review uuid not null,
  person uuid not null,
  now_on boolean not null,
  reason text not null,
  corrected_by uuid not null,
  corrected_at timestamp with time zone not null,
  constraint peer_register_correction_pkey PRIMARY KEY (id),
  constraint peer_register_correction_organisation_id_key UNIQUE (organisation, id),
  constraint peer_register_correction_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint peer_register_correction_organisation_review_fkey FOREIGN KEY (organisation, review) REFERENCES peer_review(organisation, id),
  constraint peer_register_correction_check CHECK (((reason = 'wrong person'::text) OR (now_on = (reason = ANY (ARRAY['not entered'::text, 'came late'::text]))))),
  constraint peer_register_correction_reason_check CHECK ((reason = ANY (ARRAY['not entered'::text, 'came late'::text, 'was not there'::text, 'entered by mistake'::text, 'wrong person'::text])))
);
CREATE INDEX peer_register_correction_of ON public.peer_register_correction USING btree (organisation, review, corrected_at);
alter table peer_register_correction enable row level security;
alter table peer_register_correction force row level security;
create policy peer_register_correction_own on peer_register_correction for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on peer_register_correction to mcs_request;

create table peer_review (
  organisation uuid not null,
  id uuid not null,
  forum uuid not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  place_kind text not null,
  place text not null,
  state text not null,
  led_by uuid,
  began_at timestamp with time zone,
  finished_at timestamp with time zone,
  session uuid,
  record integer not null,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  sequence integer not null default 0,
  constraint peer_review_pkey PRIMARY KEY (id),
  constraint peer_review_organisation_id_key UNIQUE (organisation, id),
  constraint peer_review_organisation_forum_fkey FOREIGN KEY (organisation, forum) REFERENCES peer_forum(organisation, id),
  constraint peer_review_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id),
  constraint peer_review_check CHECK ((((began_at IS NULL) = (led_by IS NULL)) AND ((state = ANY (ARRAY['open'::text, 'held'::text])) = (began_at IS NOT NULL)) AND ((state = 'held'::text) = (finished_at IS NOT NULL)))),
  constraint peer_review_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480))),
  constraint peer_review_place_check CHECK ((length(place) <= 300)),
  constraint peer_review_place_kind_check CHECK ((place_kind = ANY (ARRAY['in person'::text, 'video'::text, 'phone'::text]))),
  constraint peer_review_record_check CHECK ((record >= 0)),
  constraint peer_review_sequence_check CHECK ((sequence >= 0)),
  constraint peer_review_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'held'::text, 'called off'::text])))
);
CREATE INDEX peer_review_of_forum ON public.peer_review USING btree (organisation, forum, starts_at);
CREATE INDEX peer_review_of_session ON public.peer_review USING btree (organisation, session) WHERE (session IS NOT NULL);
alter table peer_review enable row level security;
alter table peer_review force row level security;
create policy peer_review_own on peer_review for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on peer_review to mcs_request;
grant update (starts_at, minutes, place_kind, place, state, led_by, began_at, finished_at, session, record, sequence) on peer_review to mcs_request;

create table person (
  organisation uuid not null,
  id uuid not null,
  staff_number text,
  name text not null,
  email text,
  left_on date,
  version integer not null default 1,
  constraint person_pkey PRIMARY KEY (organisation, id),
  constraint person_organisation_staff_number_key UNIQUE (organisation, staff_number),
  constraint person_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint person_email_check CHECK (((email <> ''::text) AND (length(email) <= 254))),
  constraint person_name_check CHECK (((name <> ''::text) AND (length(name) <= 200))),
  constraint person_staff_number_check CHECK (((staff_number <> ''::text) AND (length(staff_number) <= 40)))
);
CREATE UNIQUE INDEX person_email ON public.person USING btree (organisation, lower(email));
alter table person enable row level security;
alter table person force row level security;
create policy person_own on person for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on person to mcs_request;
grant update (staff_number, name, email, left_on, version) on person to mcs_request;
CREATE TRIGGER person_leaves AFTER UPDATE OF left_on ON public.person FOR EACH ROW WHEN ((old.left_on IS DISTINCT FROM new.left_on)) EXECUTE FUNCTION announce_who_may('person', 'id');

create table policy_acknowledgement (
  organisation uuid not null,
  person uuid not null,
  version uuid not null,
  said_at timestamp with time zone not null,
  constraint policy_acknowledgement_pkey PRIMARY KEY (organisation, person, version),
  constraint policy_acknowledgement_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint policy_acknowledgement_organisation_version_fkey FOREIGN KEY (organisation, version) REFERENCES policy_version(organisation, id)
);
CREATE INDEX policy_acknowledgement_version ON public.policy_acknowledgement USING btree (organisation, version);
alter table policy_acknowledgement enable row level security;
alter table policy_acknowledgement force row level security;
create policy policy_acknowledgement_read on policy_acknowledgement for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy policy_acknowledgement_say on policy_acknowledgement for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = person) OR (( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = '00000000-0000-0000-0000-000000000001'::uuid))));
grant insert, select on policy_acknowledgement to mcs_request;

create table policy_version (
  organisation uuid not null,
  id uuid not null,
  pack_key text not null,
  pack_name text not null,
  label text not null,
  source_text text not null,
  status text not null,
  revision integer not null default 1,
  note text not null default ''::text,
  drafted_by uuid not null,
  drafted_at timestamp with time zone not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  in_force_from date,
  constraint policy_version_pkey PRIMARY KEY (organisation, id),
  constraint policy_version_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint policy_version_check CHECK (((status = 'approved'::text) = ((approved_by IS NOT NULL) AND (approved_at IS NOT NULL) AND (in_force_from IS NOT NULL)))),
  constraint policy_version_note_check CHECK ((length(note) <= 2000)),
  constraint policy_version_source_text_check CHECK ((length(source_text) <= 2000000)),
  constraint policy_version_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'approved'::text, 'withdrawn'::text])))
);
CREATE INDEX policy_version_in_force ON public.policy_version USING btree (organisation, pack_key, in_force_from) WHERE (status = 'approved'::text);
CREATE UNIQUE INDEX policy_version_one_a_day ON public.policy_version USING btree (organisation, pack_key, in_force_from) WHERE (status = 'approved'::text);
alter table policy_version enable row level security;
alter table policy_version force row level security;
create policy policy_version_own on policy_version for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting))) with check ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select, update on policy_version to mcs_request;
CREATE TRIGGER policy_version_stays BEFORE UPDATE ON public.policy_version FOR EACH ROW EXECUTE FUNCTION policy_version_stays();

create table post (
  organisation uuid not null,
  number bigint not null generated always as identity,
  post uuid not null,
  person uuid not null,
  assignment text not null default ''::text,
  unit uuid,
  staff_group text,
  profession text,
  band text,
  training_stage text,
  hours_per_week numeric(5,2),
  kind text not null,
  caseload boolean,
  manager uuid,
  started date not null,
  from_day date not null,
  to_day date,
  import uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  constraint post_pkey PRIMARY KEY (number),
  constraint post_organisation_manager_fkey FOREIGN KEY (organisation, manager) REFERENCES person(organisation, id),
  constraint post_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint post_organisation_unit_fkey FOREIGN KEY (organisation, unit) REFERENCES unit(organisation, id),
  constraint post_check CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  constraint post_check1 CHECK (((manager IS NULL) OR (manager <> person))),
  constraint post_hours_per_week_check CHECK (((hours_per_week >= (0)::numeric) AND (hours_per_week <= (168)::numeric))),
  constraint post_kind_check CHECK ((kind = ANY (ARRAY['permanent'::text, 'fixed term'::text, 'bank'::text, 'agency'::text, 'locum'::text, 'contracted'::text, 'temporary'::text, 'honorary'::text]))),
  constraint post_staff_group_check CHECK ((staff_group <> ''::text))
);
CREATE INDEX post_manager ON public.post USING btree (organisation, manager) WHERE (superseded_at IS NULL);
CREATE INDEX post_person ON public.post USING btree (organisation, person);
CREATE INDEX post_unit ON public.post USING btree (organisation, unit) WHERE (superseded_at IS NULL);
alter table post enable row level security;
alter table post force row level security;
create policy post_own on post for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on post to mcs_request;
grant update (superseded_at) on post to mcs_request;

create table practice_concern (
  organisation uuid not null,
  id uuid not null,
  concern uuid not null,
  person uuid not null,
  manager uuid not null,
  raised_by uuid not null,
  raised_at timestamp with time zone not null,
  constraint practice_concern_pkey PRIMARY KEY (id),
  constraint practice_concern_organisation_concern_manager_key UNIQUE (organisation, concern, manager),
  constraint practice_concern_organisation_id_key UNIQUE (organisation, id),
  constraint practice_concern_organisation_concern_fkey FOREIGN KEY (organisation, concern) REFERENCES concern(organisation, id),
  constraint practice_concern_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint practice_concern_check CHECK ((manager <> person))
);
CREATE INDEX practice_concern_manager ON public.practice_concern USING btree (organisation, manager);
CREATE INDEX practice_concern_person ON public.practice_concern USING btree (organisation, person);
alter table practice_concern enable row level security;
alter table practice_concern force row level security;
create policy practice_concern_add on practice_concern for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (raised_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy practice_concern_read on practice_concern for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on practice_concern to mcs_request;

create table practice_entry (
  organisation uuid not null,
  practice uuid not null,
  number integer not null,
  kind text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  look_again_on date,
  constraint practice_entry_pkey PRIMARY KEY (organisation, practice, number),
  constraint practice_entry_organisation_practice_fkey FOREIGN KEY (organisation, practice) REFERENCES practice_concern(organisation, id),
  constraint practice_entry_check CHECK (((kind <> 'plan'::text) OR (look_again_on IS NOT NULL))),
  constraint practice_entry_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'plan'::text, 'looked again'::text, 'closed'::text, 'taken back'::text]))),
  constraint practice_entry_number_check CHECK ((number > 0))
);
alter table practice_entry enable row level security;
alter table practice_entry force row level security;
create policy practice_entry_add on practice_entry for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy practice_entry_read on practice_entry for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on practice_entry to mcs_request;

create table practice_step (
  organisation uuid not null,
  practice uuid not null,
  number integer not null,
  agreed_in integer not null,
  doer text not null,
  due date not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint practice_step_pkey PRIMARY KEY (organisation, practice, number),
  constraint practice_step_organisation_practice_agreed_in_fkey FOREIGN KEY (organisation, practice, agreed_in) REFERENCES practice_entry(organisation, practice, number),
  constraint practice_step_doer_check CHECK ((doer = ANY (ARRAY['person'::text, 'manager'::text]))),
  constraint practice_step_number_check CHECK ((number > 0))
);
alter table practice_step enable row level security;
alter table practice_step force row level security;
create policy practice_step_add on practice_step for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND is_of_practice(practice)));
create policy practice_step_read on practice_step for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on practice_step to mcs_request;

create table practice_step_report (
  organisation uuid not null,
  practice uuid not null,
  step integer not null,
  number integer not null,
  outcome text not null,
  due date,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint practice_step_report_pkey PRIMARY KEY (organisation, practice, step, number),
  constraint practice_step_report_organisation_practice_step_fkey FOREIGN KEY (organisation, practice, step) REFERENCES practice_step(organisation, practice, number),
  constraint practice_step_report_check CHECK (((outcome = 'new day'::text) = (due IS NOT NULL))),
  constraint practice_step_report_number_check CHECK ((number > 0)),
  constraint practice_step_report_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'not needed'::text, 'new day'::text])))
);
alter table practice_step_report enable row level security;
alter table practice_step_report force row level security;
create policy practice_step_report_add on practice_step_report for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND is_of_practice(practice)));
create policy practice_step_report_read on practice_step_report for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on practice_step_report to mcs_request;

create table preparation (
  organisation uuid not null,
  id uuid not null,
  session uuid not null,
  person uuid not null,
  private boolean not null,
  version integer not null default 0,
  changed boolean not null default false,
  records_reviewed boolean not null default false,
  begun_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  first_ready_at timestamp with time zone,
  ready_at timestamp with time zone,
  constraint preparation_pkey PRIMARY KEY (id),
  constraint preparation_organisation_session_person_key UNIQUE (organisation, session, person),
  constraint preparation_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint preparation_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id),
  constraint preparation_check CHECK (((version = 0) = (ready_at IS NULL))),
  constraint preparation_check1 CHECK (((version = 0) = (first_ready_at IS NULL))),
  constraint preparation_version_check CHECK ((version >= 0))
);
CREATE INDEX preparation_person ON public.preparation USING btree (organisation, person);
alter table preparation enable row level security;
alter table preparation force row level security;
create policy preparation_own on preparation for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((NOT private) OR (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)))));
grant insert, select on preparation to mcs_request;
grant update (version, changed, records_reviewed, saved_at, first_ready_at, ready_at) on preparation to mcs_request;

create table preparation_sheet (
  organisation uuid not null,
  id uuid not null,
  preparation uuid not null,
  case_id uuid,
  save integer not null default 0,
  saved_at timestamp with time zone not null,
  constraint preparation_sheet_pkey PRIMARY KEY (id),
  constraint preparation_sheet_organisation_preparation_case_id_key UNIQUE NULLS NOT DISTINCT (organisation, preparation, case_id),
  constraint preparation_sheet_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint preparation_sheet_preparation_fkey FOREIGN KEY (preparation) REFERENCES preparation(id),
  constraint preparation_sheet_save_check CHECK ((save >= 0))
);
alter table preparation_sheet enable row level security;
alter table preparation_sheet force row level security;
create policy preparation_sheet_own on preparation_sheet for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM preparation p
  WHERE ((p.organisation = preparation_sheet.organisation) AND (p.id = preparation_sheet.preparation))))));
grant insert, select on preparation_sheet to mcs_request;
grant update (save, saved_at) on preparation_sheet to mcs_request;

create table recovery_code (
  organisation uuid not null,
  account uuid not null,
  code_hash bytea not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (account, code_hash),
  constraint recovery_code_organisation_account_fkey FOREIGN KEY (organisation, account) REFERENCES account(organisation, id) ON DELETE CASCADE,
  constraint recovery_code_code_hash_check CHECK ((length(code_hash) = 32))
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy recovery_code_door on recovery_code for all to mcs_door using (true) with check (true);
grant delete, insert, select, update on recovery_code to mcs_door;

create table registration (
  organisation uuid not null,
  number bigint not null generated always as identity,
  registration uuid not null,
  person uuid not null,
  kind text not null,
  body text not null,
  from_day date not null,
  to_day date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  constraint registration_pkey PRIMARY KEY (number),
  constraint registration_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint registration_body_check CHECK (((body <> ''::text) AND (length(body) <= 100))),
  constraint registration_check CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  constraint registration_kind_check CHECK ((kind = ANY (ARRAY['registration'::text, 'accreditation'::text, 'supervisor role'::text, 'competence'::text])))
);
CREATE INDEX registration_person ON public.registration USING btree (organisation, person);
alter table registration enable row level security;
alter table registration force row level security;
create policy registration_own on registration for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on registration to mcs_request;
grant update (superseded_at) on registration to mcs_request;

create table request_key (
  organisation uuid not null,
  person uuid not null,
  key uuid not null,
  method text not null,
  path text not null,
  status integer,
  location text,
  created_at timestamp with time zone not null default now(),
  constraint request_key_pkey PRIMARY KEY (organisation, person, key),
  constraint request_key_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint request_key_status_check CHECK (((status >= 200) AND (status <= 599)))
);
CREATE INDEX request_key_created_at ON public.request_key USING btree (created_at);
alter table request_key enable row level security;
alter table request_key force row level security;
create policy request_key_own on request_key for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select on request_key to mcs_request;
grant update (status, location) on request_key to mcs_request;

create table role_grant (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  role text not null,
  from_day date not null,
  to_day date,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  granted_to_self boolean not null default false,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text,
  constraint role_grant_pkey PRIMARY KEY (organisation, id),
  constraint role_grant_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint role_grant_check CHECK (((to_day IS NULL) OR (to_day >= from_day) OR (ended_at IS NOT NULL))),
  constraint role_grant_check1 CHECK ((granted_to_self = (granted_by = person))),
  constraint role_grant_end_reason_check CHECK ((length(end_reason) <= 500)),
  constraint role_grant_reason_check CHECK (((reason <> ''::text) AND (length(reason) <= 500))),
  constraint role_grant_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'SPOA administrator'::text, 'safeguarding advisor'::text, 'senior advisor'::text, 'named professional'::text, 'designated professional'::text, 'director'::text, 'auditor'::text, 'learning lead'::text, 'programme lead'::text])))
);
CREATE INDEX role_grant_person ON public.role_grant USING btree (organisation, person);
CREATE INDEX role_grant_role ON public.role_grant USING btree (organisation, role);
alter table role_grant enable row level security;
alter table role_grant force row level security;
create policy role_grant_own on role_grant for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on role_grant to mcs_request;
grant update (to_day, ended_by, ended_at, end_reason) on role_grant to mcs_request;
CREATE TRIGGER role_grant_changes AFTER INSERT OR UPDATE ON public.role_grant FOR EACH ROW EXECUTE FUNCTION announce_who_may('person', 'person');

create table sealed_look (
  organisation uuid not null,
  about_kind text not null,
  about uuid not null,
  person uuid not null,
  seen_at timestamp with time zone not null,
  constraint sealed_look_pkey PRIMARY KEY (organisation, about_kind, about, person),
  constraint sealed_look_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
alter table sealed_look enable row level security;
alter table sealed_look force row level security;
create policy sealed_look_own on sealed_look for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on sealed_look to mcs_request;
grant update (seen_at) on sealed_look to mcs_request;

create table sealed_reader (
  organisation uuid not null,
  about_kind text not null,
  about uuid not null,
  person uuid not null,
  because text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint sealed_reader_pkey PRIMARY KEY (organisation, about_kind, about, person),
  constraint sealed_reader_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
CREATE INDEX sealed_reader_person ON public.sealed_reader USING btree (organisation, person);
alter table sealed_reader enable row level security;
alter table sealed_reader force row level security;
create policy sealed_reader_advice on sealed_reader for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (because = 'adviser'::text) AND (about_kind = 'advice intake'::text) AND (until IS NULL) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM advice_request r
  WHERE ((r.organisation = sealed_reader.organisation) AND (r.id = sealed_reader.about) AND (r.state = 'taken'::text) AND (r.has = sealed_reader.person))))));
create policy sealed_reader_advice_desk on sealed_reader for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (( SELECT current_setting('app.person'::text, true) AS current_setting) = '00000000-0000-0000-0000-000000000001'::text) AND (because = 'takes details at the desk'::text) AND (about_kind = 'advice intake'::text) AND (until IS NULL) AND (EXISTS ( SELECT
   FROM advice_request r
  WHERE ((r.organisation = sealed_reader.organisation) AND (r.id = sealed_reader.about) AND (r.state = ANY (ARRAY['waiting'::text, 'handed on'::text, 'taken'::text])) AND (r.caller IS DISTINCT FROM sealed_reader.person)))) AND (EXISTS ( SELECT
   FROM role_grant g
  WHERE ((g.organisation = sealed_reader.organisation) AND (g.person = sealed_reader.person) AND (g.role = 'SPOA administrator'::text) AND (g.ended_at IS NULL) AND (NOT g.granted_to_self))))));
create policy sealed_reader_change on sealed_reader for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (because <> 'wrote it'::text) AND (sealed_may_let(about_kind, about) OR ((person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (until IS NOT NULL) AND ((until <= now()) OR (because = ANY (ARRAY['broke the glass'::text, 'read as safeguarding lead'::text]))))))) with check (((because <> 'wrote it'::text) AND
CASE
    WHEN (because = ANY (ARRAY['broke the glass'::text, 'read as safeguarding lead'::text])) THEN sealed_may_open(because, about_kind, about, person, until)
    ELSE sealed_may_let(about_kind, about)
END));
create policy sealed_reader_decline on sealed_reader for delete to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (because = 'was offered it'::text) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy sealed_reader_end on sealed_reader for delete to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (because <> 'wrote it'::text) AND sealed_may_let(about_kind, about)));
create policy sealed_reader_let on sealed_reader for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND
CASE
    WHEN (because = 'wrote it'::text) THEN ((person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (until IS NULL) AND sealed_may_begin(about_kind, about))
    WHEN (because = ANY (ARRAY['broke the glass'::text, 'read as safeguarding lead'::text])) THEN sealed_may_open(because, about_kind, about, person, until)
    ELSE sealed_may_let(about_kind, about)
END));
create policy sealed_reader_line on sealed_reader for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (because = 'supervisor'::text) AND (about_kind = 'case line'::text) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (until IS NOT NULL) AND supervises_holder(about, person, until)));
create policy sealed_reader_line_on on sealed_reader for update to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (because = 'supervisor'::text) AND (about_kind = 'case line'::text) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)))) with check (((because = 'supervisor'::text) AND (about_kind = 'case line'::text) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (until IS NOT NULL) AND supervises_holder(about, person, until)));
create policy sealed_reader_read on sealed_reader for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy sealed_reader_report on sealed_reader for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (because = 'gets the report'::text) AND (until IS NULL) AND (person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND follows_receiver(about_kind, about, person, since)));
grant delete, insert, select on sealed_reader to mcs_request;
grant update (because, until) on sealed_reader to mcs_request;

create table sealed_text (
  organisation uuid not null,
  id uuid not null,
  kind text not null,
  about_kind text not null,
  about uuid not null,
  field text not null,
  version integer not null,
  key_id text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint sealed_text_pkey PRIMARY KEY (id),
  constraint sealed_text_organisation_about_kind_about_field_version_key UNIQUE (organisation, about_kind, about, field, version),
  constraint sealed_text_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint sealed_text_organisation_kind_key_id_fkey FOREIGN KEY (organisation, kind, key_id) REFERENCES sealing_key(organisation, purpose, key_id),
  constraint sealed_text_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'one-to-one record'::text, 'case discussion'::text, 'set'::text, 'agreement'::text, 'advice'::text, 'concern'::text, 'observation'::text]))),
  constraint sealed_text_version_check CHECK ((version >= 0))
);
CREATE INDEX sealed_text_key ON public.sealed_text USING btree (organisation, kind, key_id, id);
alter table sealed_text enable row level security;
alter table sealed_text force row level security;
create policy sealed_text_drop_draft on sealed_text for delete to mcs_request using (((version = 0) AND (organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (written_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy sealed_text_forget on sealed_text for delete to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (about_kind = 'meeting'::text) AND ((field = 'words'::text) OR ((field = 'topics'::text) AND (EXISTS ( SELECT
   FROM learning_meeting_turns t
  WHERE ((t.organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (t.meeting = sealed_text.about)))))) AND reads_meeting(about) AND keeps_no_words(about)));
create policy sealed_text_forget_closed on sealed_text for delete to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (about_kind = 'meeting'::text) AND (field = 'words'::text) AND (( SELECT current_setting('app.person'::text, true) AS current_setting) = '00000000-0000-0000-0000-000000000001'::text) AND keeps_no_words(about)));
create policy sealed_text_read on sealed_text for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((version > 0) OR (written_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))) AND (EXISTS ( SELECT
   FROM sealed_reader r
  WHERE ((r.organisation = sealed_text.organisation) AND (r.about_kind = sealed_text.about_kind) AND (r.about = sealed_text.about) AND (r.person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND ((r.until IS NULL) OR (r.until > now())) AND (((r.because <> 'cover'::text) AND (r.about_kind <> ALL (ARRAY['case'::text, 'case line'::text]))) OR sealed_reason_holds(r.about_kind, r.about, r.person, r.because, r.until, now())))))));
create policy sealed_text_redraft on sealed_text for update to mcs_request using (((version = 0) AND (organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (written_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
create policy sealed_text_rotation on sealed_text for update to mcs_keys using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy sealed_text_rotation_read on sealed_text for select to mcs_keys using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy sealed_text_see_closed on sealed_text for select to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (about_kind = 'meeting'::text) AND (field = 'words'::text) AND (( SELECT current_setting('app.person'::text, true) AS current_setting) = '00000000-0000-0000-0000-000000000001'::text) AND keeps_no_words(about)));
create policy sealed_text_write on sealed_text for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (written_by = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM sealed_reader r
  WHERE ((r.organisation = sealed_text.organisation) AND (r.about_kind = sealed_text.about_kind) AND (r.about = sealed_text.about) AND (r.person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting)) AND ((r.until IS NULL) OR (r.until > now())))))));
grant delete, insert, select on sealed_text to mcs_request;
grant select (organisation, id, kind, about_kind, about, field, version, key_id, wrapped_key) on sealed_text to mcs_keys;
grant update (key_id, wrapped_key) on sealed_text to mcs_keys;
grant update (key_id, wrapped_key, sealed, written_at) on sealed_text to mcs_request;

create table sealing_key (
  organisation uuid not null,
  purpose text not null,
  key_id text not null,
  number integer not null,
  fingerprint text,
  made_at timestamp with time zone not null,
  added_at timestamp with time zone not null default clock_timestamp(),
  constraint sealing_key_pkey PRIMARY KEY (organisation, purpose, key_id),
  constraint sealing_key_organisation_purpose_number_key UNIQUE (organisation, purpose, number),
  constraint sealing_key_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint sealing_key_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text)),
  constraint sealing_key_number_check CHECK ((number > 0)),
  constraint sealing_key_purpose_check CHECK ((purpose ~ '^[a-z][a-z -]*$'::text))
);
alter table sealing_key enable row level security;
alter table sealing_key force row level security;
create policy sealing_key_first on sealing_key for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (number = 1)));
create policy sealing_key_read on sealing_key for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy sealing_key_rotation on sealing_key for all to mcs_keys using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select on sealing_key to mcs_keys;
grant insert, select on sealing_key to mcs_request;

create table session_cancellation (
  organisation uuid not null,
  id uuid not null,
  session uuid not null,
  cancelled_by uuid not null,
  cancelled_at timestamp with time zone not null,
  notice_minutes integer not null,
  cause text not null,
  way text not null,
  cancelled_day date not null,
  rebooker uuid,
  deadline date,
  high_priority boolean not null,
  undone_at timestamp with time zone,
  taken_by uuid,
  constraint session_cancellation_pkey PRIMARY KEY (id),
  constraint session_cancellation_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_cancellation_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id),
  constraint session_cancellation_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES supervision_session(id),
  constraint session_cancellation_cause_check CHECK ((cause = ANY (ARRAY['sickness'::text, 'leave'::text, 'urgent clinical work'::text, 'staffing'::text, 'not prepared'::text, 'room or connection'::text, 'moved by agreement'::text, 'no longer needed'::text, 'other'::text]))),
  constraint session_cancellation_notice_minutes_check CHECK ((notice_minutes >= 0)),
  constraint session_cancellation_way_check CHECK ((way = ANY (ARRAY['instead'::text, 'in addition'::text])))
);
CREATE UNIQUE INDEX session_cancellation_once ON public.session_cancellation USING btree (organisation, session) WHERE (undone_at IS NULL);
CREATE INDEX session_cancellation_rebooker ON public.session_cancellation USING btree (organisation, rebooker) WHERE (undone_at IS NULL);
alter table session_cancellation enable row level security;
alter table session_cancellation force row level security;
create policy session_cancellation_own on session_cancellation for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on session_cancellation to mcs_request;
grant update (undone_at) on session_cancellation to mcs_request;

create table session_case (
  organisation uuid not null,
  id uuid not null,
  session uuid not null,
  case_id uuid not null,
  brought_by uuid not null,
  state text not null,
  version integer not null default 1,
  at timestamp with time zone not null,
  constraint session_case_pkey PRIMARY KEY (id),
  constraint session_case_organisation_session_case_id_key UNIQUE (organisation, session, case_id),
  constraint session_case_case_id_fkey FOREIGN KEY (case_id) REFERENCES supervision_case(id),
  constraint session_case_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_case_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id),
  constraint session_case_state_check CHECK ((state = ANY (ARRAY['brought'::text, 'not brought'::text]))),
  constraint session_case_version_check CHECK ((version > 0))
);
CREATE INDEX session_case_case ON public.session_case USING btree (organisation, case_id);
alter table session_case enable row level security;
alter table session_case force row level security;
create policy session_case_own on session_case for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select on session_case to mcs_request;
grant update (state, version, at) on session_case to mcs_request;

create table session_postponement (
  organisation uuid not null,
  id uuid not null,
  session uuid not null,
  person uuid not null,
  whole boolean not null,
  type_key text not null,
  day date not null,
  postponed_by uuid not null,
  postponed_at timestamp with time zone not null,
  rebooker uuid,
  deadline date,
  high_priority boolean not null,
  told uuid,
  commented_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint session_postponement_pkey PRIMARY KEY (id),
  constraint session_postponement_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_postponement_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id)
);
CREATE UNIQUE INDEX session_postponement_once ON public.session_postponement USING btree (organisation, session, person) WHERE (undone_at IS NULL);
CREATE INDEX session_postponement_person ON public.session_postponement USING btree (organisation, person, day);
CREATE INDEX session_postponement_told ON public.session_postponement USING btree (organisation, told) WHERE (undone_at IS NULL);
alter table session_postponement enable row level security;
alter table session_postponement force row level security;
create policy session_postponement_own on session_postponement for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on session_postponement to mcs_request;
grant update (commented_at, undone_at) on session_postponement to mcs_request;

create table session_proposal (
  organisation uuid not null,
  session uuid not null,
  number integer not null,
  suggested_by uuid not null,
  suggested_at timestamp with time zone not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  place_kind text not null,
  place text not null default ''::text,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint session_proposal_pkey PRIMARY KEY (organisation, session, number),
  constraint session_proposal_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_proposal_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id),
  constraint session_proposal_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'another time'::text, 'withdrawn'::text, 'booked at once'::text]))),
  constraint session_proposal_number_check CHECK ((number > 0)),
  constraint session_proposal_place_check CHECK ((length(place) <= 300))
);
alter table session_proposal enable row level security;
alter table session_proposal force row level security;
create policy session_proposal_own on session_proposal for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on session_proposal to mcs_request;
grant update (answer, answered_by, answered_at) on session_proposal to mcs_request;

create table session_record (
  organisation uuid not null,
  id uuid not null,
  session uuid not null,
  kind text not null,
  writer uuid not null,
  version integer not null default 0,
  save integer not null default 0,
  drafting boolean not null default true,
  saved_at timestamp with time zone not null,
  signed_at timestamp with time zone,
  case_id uuid,
  constraint session_record_pkey PRIMARY KEY (id),
  constraint session_record_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_record_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id),
  constraint session_record_kind_check CHECK ((kind = ANY (ARRAY['session'::text, 'own part'::text, 'feedback'::text, 'case'::text, 'evidence'::text]))),
  constraint session_record_of_case CHECK (((kind = 'case'::text) = (case_id IS NOT NULL))),
  constraint session_record_version_check CHECK ((version >= 0))
);
CREATE UNIQUE INDEX session_record_case ON public.session_record USING btree (organisation, session, case_id) WHERE (kind = 'case'::text);
CREATE UNIQUE INDEX session_record_evidence ON public.session_record USING btree (organisation, session) WHERE (kind = 'evidence'::text);
CREATE INDEX session_record_of_case ON public.session_record USING btree (organisation, case_id, session) WHERE (case_id IS NOT NULL);
CREATE UNIQUE INDEX session_record_one ON public.session_record USING btree (organisation, session) WHERE (kind = 'session'::text);
CREATE UNIQUE INDEX session_record_writer ON public.session_record USING btree (organisation, session, kind, writer) WHERE (kind <> 'case'::text);
alter table session_record enable row level security;
alter table session_record force row level security;
create policy session_record_own on session_record for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on session_record to mcs_request;
grant update (version, save, drafting, saved_at, signed_at) on session_record to mcs_request;

create table session_record_answer (
  organisation uuid not null,
  id uuid not null,
  record uuid not null,
  number integer not null,
  person uuid not null,
  outcome text not null,
  answered_at timestamp with time zone not null,
  constraint session_record_answer_pkey PRIMARY KEY (id),
  constraint session_record_answer_organisation_record_number_person_key UNIQUE (organisation, record, number, person),
  constraint session_record_answer_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_record_answer_record_fkey FOREIGN KEY (record) REFERENCES session_record(id),
  constraint session_record_answer_outcome_check CHECK ((outcome = ANY (ARRAY['agreed'::text, 'commented'::text])))
);
alter table session_record_answer enable row level security;
alter table session_record_answer force row level security;
create policy session_record_answer_own on session_record_answer for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on session_record_answer to mcs_request;

create table session_record_version (
  organisation uuid not null,
  record uuid not null,
  number integer not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  constraint session_record_version_pkey PRIMARY KEY (organisation, record, number),
  constraint session_record_version_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_record_version_record_fkey FOREIGN KEY (record) REFERENCES session_record(id),
  constraint session_record_version_number_check CHECK ((number > 0))
);
alter table session_record_version enable row level security;
alter table session_record_version force row level security;
create policy session_record_version_own on session_record_version for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on session_record_version to mcs_request;

create table session_series (
  organisation uuid not null,
  id uuid not null,
  type_key text not null,
  supervisor uuid not null,
  every_count integer not null,
  every_unit text not null,
  first_day date not null,
  time_of_day text not null,
  booked_by uuid not null,
  booked_at timestamp with time zone not null,
  constraint session_series_pkey PRIMARY KEY (id),
  constraint session_series_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_series_every_count_check CHECK (((every_count >= 1) AND (every_count <= 52))),
  constraint session_series_every_unit_check CHECK ((every_unit = ANY (ARRAY['weeks'::text, 'months'::text]))),
  constraint session_series_time_of_day_check CHECK ((time_of_day ~ '^\d\d:\d\d$'::text))
);
alter table session_series enable row level security;
alter table session_series force row level security;
create policy session_series_own on session_series for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on session_series to mcs_request;

create table session_series_skip (
  organisation uuid not null,
  series uuid not null,
  day date not null,
  why text not null,
  instead date,
  constraint session_series_skip_pkey PRIMARY KEY (organisation, series, day),
  constraint session_series_skip_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_series_skip_series_fkey FOREIGN KEY (series) REFERENCES session_series(id),
  constraint session_series_skip_why_check CHECK ((why = ANY (ARRAY['weekend'::text, 'bank holiday'::text, 'absence'::text, 'busy'::text, 'clock change'::text])))
);
alter table session_series_skip enable row level security;
alter table session_series_skip force row level security;
create policy session_series_skip_own on session_series_skip for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on session_series_skip to mcs_request;

create table session_supervisee (
  organisation uuid not null,
  session uuid not null,
  person uuid not null,
  constraint session_supervisee_pkey PRIMARY KEY (organisation, session, person),
  constraint session_supervisee_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint session_supervisee_session_fkey FOREIGN KEY (session) REFERENCES supervision_session(id)
);
CREATE INDEX session_supervisee_person ON public.session_supervisee USING btree (organisation, person, session);
alter table session_supervisee enable row level security;
alter table session_supervisee force row level security;
create policy session_supervisee_own on session_supervisee for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select on session_supervisee to mcs_request;

create table sign_in_failure (
  subject bytea not null,
  failures integer not null,
  since timestamp with time zone not null,
  last_at timestamp with time zone not null,
  wait_until timestamp with time zone,
  constraint sign_in_failure_pkey PRIMARY KEY (subject),
  constraint sign_in_failure_failures_check CHECK ((failures >= 0)),
  constraint sign_in_failure_subject_check CHECK ((length(subject) = 32))
);
CREATE INDEX sign_in_failure_last_at ON public.sign_in_failure USING btree (last_at);
alter table sign_in_failure enable row level security;
alter table sign_in_failure force row level security;
create policy sign_in_failure_door on sign_in_failure for all to mcs_door using (true) with check (true);
grant delete, insert, select, update on sign_in_failure to mcs_door;

create table sign_in_step (
  organisation uuid not null,
  id uuid not null,
  token_hash bytea not null,
  account uuid not null,
  purpose text not null,
  tries integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_step_pkey PRIMARY KEY (id),
  constraint sign_in_step_token_hash_key UNIQUE (token_hash),
  constraint sign_in_step_organisation_account_fkey FOREIGN KEY (organisation, account) REFERENCES account(organisation, id) ON DELETE CASCADE,
  constraint sign_in_step_purpose_check CHECK ((purpose = ANY (ARRAY['code'::text, 'set up code'::text]))),
  constraint sign_in_step_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint sign_in_step_tries_check CHECK ((tries >= 0))
);
alter table sign_in_step enable row level security;
alter table sign_in_step force row level security;
create policy sign_in_step_door on sign_in_step for all to mcs_door using (true) with check (true);
grant delete, insert, select, update on sign_in_step to mcs_door;

create table staff_import (
  organisation uuid not null,
  id uuid not null,
  file_name text not null,
  bytes bigint not null,
  encoding text not null,
  delimiter text not null,
  headers jsonb not null,
  state text not null,
  choices jsonb not null default '{}'::jsonb,
  read_bytes bigint not null default 0,
  read_lines integer not null default 0,
  read_rows integer not null default 0,
  counts jsonb not null default '{}'::jsonb,
  fault text,
  register_mark text not null default ''::text,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  version integer not null default 1,
  mark_after text not null default ''::text,
  written_at timestamp with time zone,
  constraint staff_import_pkey PRIMARY KEY (organisation, id),
  constraint staff_import_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint staff_import_bytes_check CHECK ((bytes >= 0)),
  constraint staff_import_choices_check CHECK ((jsonb_typeof(choices) = 'object'::text)),
  constraint staff_import_counts_check CHECK ((jsonb_typeof(counts) = 'object'::text)),
  constraint staff_import_delimiter_check CHECK ((length(delimiter) = 1)),
  constraint staff_import_encoding_check CHECK ((encoding = ANY (ARRAY['utf-8'::text, 'windows-1252'::text, 'utf-16le'::text]))),
  constraint staff_import_file_name_check CHECK ((length(file_name) <= 200)),
  constraint staff_import_headers_check CHECK ((jsonb_typeof(headers) = 'object'::text)),
  constraint staff_import_state_check CHECK ((state = ANY (ARRAY['choosing columns'::text, 'checking'::text, 'checked'::text, 'importing'::text, 'imported'::text, 'undoing'::text, 'undone'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX staff_import_made ON public.staff_import USING btree (organisation, made_at);
alter table staff_import enable row level security;
alter table staff_import force row level security;
create policy staff_import_own on staff_import for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select, update on staff_import to mcs_request;

create table staff_import_before (
  organisation uuid not null,
  import uuid not null,
  person uuid not null,
  was_new boolean not null,
  name text not null,
  email text,
  left_on date,
  constraint staff_import_before_pkey PRIMARY KEY (organisation, import, person),
  constraint staff_import_before_organisation_import_fkey FOREIGN KEY (organisation, import) REFERENCES staff_import(organisation, id),
  constraint staff_import_before_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id)
);
alter table staff_import_before enable row level security;
alter table staff_import_before force row level security;
create policy staff_import_before_own on staff_import_before for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select on staff_import_before to mcs_request;

create table staff_import_piece (
  organisation uuid not null,
  import uuid not null,
  number integer not null,
  bytes bytea not null,
  constraint staff_import_piece_pkey PRIMARY KEY (organisation, import, number),
  constraint staff_import_piece_organisation_import_fkey FOREIGN KEY (organisation, import) REFERENCES staff_import(organisation, id) ON DELETE CASCADE
);
alter table staff_import_piece enable row level security;
alter table staff_import_piece force row level security;
create policy staff_import_piece_own on staff_import_piece for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select on staff_import_piece to mcs_request;

create table staff_import_row (
  organisation uuid not null,
  import uuid not null,
  line integer not null,
  staff_number text,
  assignment text not null default ''::text,
  name text,
  email text,
  unit_path text,
  staff_group text,
  profession text,
  band text,
  training_stage text,
  hours_per_week numeric(5,2),
  kind text,
  caseload boolean,
  manager_number text,
  started date,
  ended date,
  has_left boolean not null default false,
  training_level text,
  training_day date,
  registration text,
  faults text,
  notes text
);
CREATE INDEX staff_import_row_import ON public.staff_import_row USING btree (organisation, import);
alter table staff_import_row enable row level security;
alter table staff_import_row force row level security;
create policy staff_import_row_own on staff_import_row for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select, update on staff_import_row to mcs_request;

create table staff_import_word (
  organisation uuid not null,
  kind text not null,
  heard text not null,
  meant text not null,
  constraint staff_import_word_pkey PRIMARY KEY (organisation, kind, heard),
  constraint staff_import_word_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint staff_import_word_heard_check CHECK ((length(heard) <= 200)),
  constraint staff_import_word_kind_check CHECK ((kind = ANY (ARRAY['column'::text, 'staff group'::text]))),
  constraint staff_import_word_meant_check CHECK ((length(meant) <= 200))
);
alter table staff_import_word enable row level security;
alter table staff_import_word force row level security;
create policy staff_import_word_own on staff_import_word for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant delete, insert, select, update on staff_import_word to mcs_request;

create table supervision_case (
  organisation uuid not null,
  id uuid not null,
  holder uuid not null,
  details uuid not null,
  state text not null,
  opened_on date not null,
  closed_on date,
  meets_criterion boolean not null,
  version integer not null default 1,
  save integer not null default 1,
  saved_at timestamp with time zone not null,
  constraint supervision_case_pkey PRIMARY KEY (id),
  constraint supervision_case_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint supervision_case_check CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL))),
  constraint supervision_case_check2 CHECK (((closed_on IS NULL) OR (closed_on >= opened_on))),
  constraint supervision_case_save_check CHECK ((save > 0)),
  constraint supervision_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint supervision_case_version_check CHECK ((version > 0))
);
CREATE INDEX supervision_case_details ON public.supervision_case USING btree (organisation, details);
CREATE INDEX supervision_case_holder ON public.supervision_case USING btree (organisation, holder, state);
alter table supervision_case enable row level security;
alter table supervision_case force row level security;
create policy supervision_case_own on supervision_case for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on supervision_case to mcs_request;
grant update (holder, details, state, closed_on, meets_criterion, version, save, saved_at) on supervision_case to mcs_request;

create table supervision_ending (
  organisation uuid not null,
  id uuid not null,
  supervisee uuid not null,
  supervisor uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null,
  on_day date not null,
  talked_on date,
  not_talked text,
  kind text not null,
  successor uuid,
  undone_at timestamp with time zone,
  constraint supervision_ending_pkey PRIMARY KEY (id),
  constraint supervision_ending_organisation_id_key UNIQUE (organisation, id),
  constraint supervision_ending_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint supervision_ending_check CHECK (((supervisee <> supervisor) AND ((ended_by = supervisee) OR (ended_by = supervisor)))),
  constraint supervision_ending_check1 CHECK (((talked_on IS NULL) <> (not_talked IS NULL))),
  constraint supervision_ending_check2 CHECK (((successor IS DISTINCT FROM supervisee) AND (successor IS DISTINCT FROM supervisor))),
  constraint supervision_ending_kind_check CHECK ((kind = ANY (ARRAY['changed supervisor'::text, 'left'::text, 'moved'::text, 'not working out'::text, 'no longer needed'::text]))),
  constraint supervision_ending_not_talked_check CHECK ((not_talked = ANY (ARRAY['away'::text, 'no answer'::text, 'risk'::text])))
);
CREATE INDEX supervision_ending_supervisee ON public.supervision_ending USING btree (organisation, supervisee, ended_at);
CREATE INDEX supervision_ending_supervisor ON public.supervision_ending USING btree (organisation, supervisor, ended_at);
alter table supervision_ending enable row level security;
alter table supervision_ending force row level security;
create policy supervision_ending_own on supervision_ending for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND ((( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = supervisee) OR (( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting) = supervisor))));
grant insert, select on supervision_ending to mcs_request;
grant update (successor, undone_at) on supervision_ending to mcs_request;

create table supervision_ending_choice (
  organisation uuid not null,
  ending uuid not null,
  about_kind text not null,
  about uuid not null,
  choice text not null,
  chosen_by uuid not null,
  chosen_at timestamp with time zone not null,
  became uuid,
  constraint supervision_ending_choice_pkey PRIMARY KEY (organisation, ending, about_kind, about),
  constraint supervision_ending_choice_organisation_ending_fkey FOREIGN KEY (organisation, ending) REFERENCES supervision_ending(organisation, id),
  constraint supervision_ending_choice_about_kind_check CHECK ((about_kind = ANY (ARRAY['session'::text, 'action'::text]))),
  constraint supervision_ending_choice_check CHECK ((((choice = ANY (ARRAY['keep'::text, 'cancel'::text, 'ask the new supervisor'::text])) AND (about_kind = 'session'::text)) OR ((choice = ANY (ARRAY['keep'::text, 'take along'::text, 'close'::text])) AND (about_kind = 'action'::text))))
);
alter table supervision_ending_choice enable row level security;
alter table supervision_ending_choice force row level security;
create policy supervision_ending_choice_own on supervision_ending_choice for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_of_ending(ending)));
grant insert, select on supervision_ending_choice to mcs_request;

create table supervision_ending_part (
  organisation uuid not null,
  ending uuid not null,
  kind text not null,
  part uuid not null,
  type_key text,
  constraint supervision_ending_part_pkey PRIMARY KEY (organisation, ending, kind, part),
  constraint supervision_ending_part_organisation_ending_fkey FOREIGN KEY (organisation, ending) REFERENCES supervision_ending(organisation, id),
  constraint supervision_ending_part_check CHECK (((kind = 'pair'::text) = (type_key IS NOT NULL))),
  constraint supervision_ending_part_kind_check CHECK ((kind = ANY (ARRAY['pair'::text, 'agreement'::text])))
);
alter table supervision_ending_part enable row level security;
alter table supervision_ending_part force row level security;
create policy supervision_ending_part_own on supervision_ending_part for all to mcs_request using (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND is_of_ending(ending)));
grant insert, select on supervision_ending_part to mcs_request;

create table supervision_session (
  organisation uuid not null,
  id uuid not null,
  type_key text not null,
  format text not null,
  state text not null,
  supervisor uuid not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  ends_at timestamp with time zone not null,
  place_kind text not null,
  proposed_by uuid,
  proposals integer not null default 1,
  unit uuid,
  series uuid,
  rebooks uuid,
  began_at timestamp with time zone,
  finished_at timestamp with time zone,
  model_key text,
  held_recorded_at timestamp with time zone,
  booked_by uuid not null,
  booked_at timestamp with time zone not null,
  version integer not null default 1,
  elsewhere text,
  constraint supervision_session_pkey PRIMARY KEY (id),
  constraint supervision_session_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint supervision_session_rebooks_fkey FOREIGN KEY (rebooks) REFERENCES supervision_session(id),
  constraint supervision_session_series_fkey FOREIGN KEY (series) REFERENCES session_series(id),
  constraint supervision_session_check CHECK (((state = 'proposed'::text) = (proposed_by IS NOT NULL))),
  constraint supervision_session_check1 CHECK (((state = 'held'::text) = (held_recorded_at IS NOT NULL))),
  constraint supervision_session_check2 CHECK (((began_at IS NULL) OR (finished_at > began_at))),
  constraint supervision_session_elsewhere_check CHECK ((elsewhere = ANY (ARRAY['learning set'::text, 'peer review'::text, 'advice'::text]))),
  constraint supervision_session_format_check CHECK ((format = ANY (ARRAY['one-to-one'::text, 'group'::text]))),
  constraint supervision_session_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480))),
  constraint supervision_session_place_kind_check CHECK ((place_kind = ANY (ARRAY['in person'::text, 'video'::text, 'phone'::text]))),
  constraint supervision_session_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'booked'::text, 'held'::text, 'cancelled'::text, 'withdrawn'::text])))
);
CREATE INDEX supervision_session_ahead ON public.supervision_session USING btree (organisation, starts_at) WHERE (state = ANY (ARRAY['proposed'::text, 'booked'::text]));
CREATE INDEX supervision_session_rebooks ON public.supervision_session USING btree (organisation, rebooks) WHERE (rebooks IS NOT NULL);
CREATE INDEX supervision_session_supervisor ON public.supervision_session USING btree (organisation, supervisor, starts_at);
alter table supervision_session enable row level security;
alter table supervision_session force row level security;
create policy supervision_session_own on supervision_session for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on supervision_session to mcs_request;
grant update (state, starts_at, minutes, ends_at, place_kind, proposed_by, proposals, began_at, finished_at, model_key, held_recorded_at, version) on supervision_session to mcs_request;

create table supervisory_pair (
  organisation uuid not null,
  id uuid not null,
  supervisee uuid not null,
  supervisor uuid not null,
  type_key text not null,
  state text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  line_manager boolean not null,
  consented_at timestamp with time zone,
  from_day date,
  to_day date,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_kind text,
  version integer not null default 1,
  constraint supervisory_pair_pkey PRIMARY KEY (id),
  constraint supervisory_pair_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint supervisory_pair_check CHECK ((supervisee <> supervisor)),
  constraint supervisory_pair_check1 CHECK (((state <> ALL (ARRAY['agreed'::text, 'ended'::text])) OR (from_day IS NOT NULL))),
  constraint supervisory_pair_check2 CHECK (((NOT line_manager) OR (state <> 'agreed'::text) OR (consented_at IS NOT NULL))),
  constraint supervisory_pair_check3 CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  constraint supervisory_pair_end_kind_check CHECK ((end_kind = ANY (ARRAY['changed supervisor'::text, 'left'::text, 'moved'::text, 'not working out'::text, 'no longer needed'::text]))),
  constraint supervisory_pair_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'declined'::text, 'ended'::text])))
);
CREATE UNIQUE INDEX supervisory_pair_once ON public.supervisory_pair USING btree (organisation, supervisee, supervisor, type_key) WHERE (state = ANY (ARRAY['asked'::text, 'agreed'::text]));
CREATE INDEX supervisory_pair_supervisor ON public.supervisory_pair USING btree (organisation, supervisor, state);
alter table supervisory_pair enable row level security;
alter table supervisory_pair force row level security;
create policy supervisory_pair_own on supervisory_pair for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on supervisory_pair to mcs_request;
grant update (state, consented_at, from_day, to_day, ended_by, ended_at, end_kind, version) on supervisory_pair to mcs_request;

create table time_worked (
  organisation uuid not null,
  number bigint not null generated always as identity,
  person uuid not null,
  from_day date not null,
  to_day date not null,
  shifts integer not null,
  hours numeric(7,2) not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  constraint time_worked_pkey PRIMARY KEY (number),
  constraint time_worked_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint time_worked_check CHECK ((to_day >= from_day)),
  constraint time_worked_hours_check CHECK (((hours >= (0)::numeric) AND (hours <= (10000)::numeric))),
  constraint time_worked_shifts_check CHECK (((shifts >= 0) AND (shifts <= 400)))
);
CREATE UNIQUE INDEX time_worked_once ON public.time_worked USING btree (organisation, person, from_day, to_day) WHERE (superseded_at IS NULL);
alter table time_worked enable row level security;
alter table time_worked force row level security;
create policy time_worked_own on time_worked for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on time_worked to mcs_request;
grant update (superseded_at) on time_worked to mcs_request;

create table time_worked_file (
  organisation uuid not null,
  id uuid not null,
  file_name text not null,
  state text not null,
  rows jsonb not null,
  refused jsonb not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint time_worked_file_pkey PRIMARY KEY (organisation, id),
  constraint time_worked_file_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint time_worked_file_file_name_check CHECK ((length(file_name) <= 200)),
  constraint time_worked_file_state_check CHECK ((state = ANY (ARRAY['checked'::text, 'imported'::text, 'cancelled'::text])))
);
alter table time_worked_file enable row level security;
alter table time_worked_file force row level security;
create policy time_worked_file_own on time_worked_file for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on time_worked_file to mcs_request;
grant update (state, rows, ended_at) on time_worked_file to mcs_request;

create table trail_event (
  organisation uuid not null,
  number bigint not null,
  at timestamp with time zone not null,
  by_person uuid not null,
  deed text not null,
  about_kind text not null,
  about uuid not null,
  detail jsonb not null default '{}'::jsonb,
  key_id text not null,
  hash bytea not null,
  constraint trail_event_pkey PRIMARY KEY (organisation, number),
  constraint trail_event_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint trail_event_deed_check CHECK ((deed ~ '^[a-z][a-z -]*$'::text)),
  constraint trail_event_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
  constraint trail_event_number_check CHECK ((number > 0))
);
CREATE INDEX trail_event_about ON public.trail_event USING btree (organisation, about, deed, at);
CREATE INDEX trail_event_by ON public.trail_event USING btree (organisation, by_person, at);
alter table trail_event enable row level security;
alter table trail_event force row level security;
create policy trail_event_read on trail_event for select to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
create policy trail_event_write on trail_event for insert to mcs_request with check (((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)) AND (by_person = ( SELECT (current_setting('app.person'::text, true))::uuid AS current_setting))));
grant insert, select on trail_event to mcs_request;

create table trail_head (
  organisation uuid not null,
  number bigint not null,
  hash bytea not null,
  at timestamp with time zone,
  constraint trail_head_pkey PRIMARY KEY (organisation),
  constraint trail_head_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
alter table trail_head enable row level security;
alter table trail_head force row level security;
create policy trail_head_own on trail_head for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on trail_head to mcs_request;
grant update (number, hash, at) on trail_head to mcs_request;

create table training (
  organisation uuid not null,
  number bigint not null generated always as identity,
  person uuid not null,
  subject text not null,
  level text not null,
  on_day date not null,
  expires_on date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  constraint training_pkey PRIMARY KEY (number),
  constraint training_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint training_level_check CHECK (((level <> ''::text) AND (length(level) <= 40))),
  constraint training_subject_check CHECK (((subject <> ''::text) AND (length(subject) <= 100)))
);
CREATE INDEX training_person ON public.training USING btree (organisation, person);
alter table training enable row level security;
alter table training force row level security;
create policy training_own on training for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on training to mcs_request;
grant update (superseded_at) on training to mcs_request;

create table unit (
  organisation uuid not null,
  id uuid not null,
  constraint unit_pkey PRIMARY KEY (organisation, id),
  constraint unit_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
alter table unit enable row level security;
alter table unit force row level security;
create policy unit_own on unit for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on unit to mcs_request;

create table unit_lead (
  organisation uuid not null,
  number bigint not null generated always as identity,
  unit uuid not null,
  person uuid not null,
  from_day date not null,
  to_day date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  constraint unit_lead_pkey PRIMARY KEY (number),
  constraint unit_lead_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint unit_lead_organisation_unit_fkey FOREIGN KEY (organisation, unit) REFERENCES unit(organisation, id),
  constraint unit_lead_check CHECK (((to_day IS NULL) OR (to_day >= from_day)))
);
CREATE INDEX unit_lead_person ON public.unit_lead USING btree (organisation, person) WHERE (superseded_at IS NULL);
CREATE INDEX unit_lead_unit ON public.unit_lead USING btree (organisation, unit) WHERE (superseded_at IS NULL);
alter table unit_lead enable row level security;
alter table unit_lead force row level security;
create policy unit_lead_own on unit_lead for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on unit_lead to mcs_request;
grant update (superseded_at) on unit_lead to mcs_request;

create table unit_place (
  organisation uuid not null,
  number bigint not null generated always as identity,
  unit uuid not null,
  name text not null,
  parent uuid,
  from_day date not null,
  to_day date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  constraint unit_place_pkey PRIMARY KEY (number),
  constraint unit_place_organisation_parent_fkey FOREIGN KEY (organisation, parent) REFERENCES unit(organisation, id),
  constraint unit_place_organisation_unit_fkey FOREIGN KEY (organisation, unit) REFERENCES unit(organisation, id),
  constraint unit_place_check CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  constraint unit_place_check1 CHECK (((parent IS NULL) OR (parent <> unit))),
  constraint unit_place_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)))
);
CREATE INDEX unit_place_unit ON public.unit_place USING btree (organisation, unit);
alter table unit_place enable row level security;
alter table unit_place force row level security;
create policy unit_place_own on unit_place for all to mcs_request using ((organisation = ( SELECT (current_setting('app.organisation'::text, true))::uuid AS current_setting)));
grant insert, select on unit_place to mcs_request;
grant update (superseded_at) on unit_place to mcs_request;

create table visit (
  organisation uuid not null,
  id uuid not null,
  token_hash bytea not null,
  account uuid,
  person uuid not null,
  browser text not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  signed_in_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  live_path text,
  live_at timestamp with time zone,
  constraint visit_pkey PRIMARY KEY (id),
  constraint visit_token_hash_key UNIQUE (token_hash),
  constraint visit_organisation_account_fkey FOREIGN KEY (organisation, account) REFERENCES account(organisation, id) ON DELETE CASCADE,
  constraint visit_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint visit_browser_check CHECK ((length(browser) <= 80)),
  constraint visit_live_path_check CHECK (((length(live_path) >= 1) AND (length(live_path) <= 300))),
  constraint visit_live_whole CHECK (((live_path IS NULL) = (live_at IS NULL))),
  constraint visit_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX visit_account ON public.visit USING btree (account) WHERE (ended_at IS NULL);
CREATE INDEX visit_person ON public.visit USING btree (organisation, person) WHERE (ended_at IS NULL);
alter table visit enable row level security;
alter table visit force row level security;
create policy visit_door on visit for all to mcs_door using (true) with check (true);
grant delete, insert, select, update on visit to mcs_door;
CREATE TRIGGER visit_ends AFTER UPDATE OF ended_at ON public.visit FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION announce_who_may('visit', 'id');
