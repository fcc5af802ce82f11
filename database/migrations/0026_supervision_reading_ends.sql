-- Some reasons for reading hold only while something else does (SPEC 6.6, TRUST "Who sees what"): a case is read by whoever
-- supervises it as things stand, by cover that is no line manager of its holder, by a colleague while it is offered to
-- them. What ends the reason ends the reading at once, in the database as well, whoever did it and without anybody's deed.
create index supervision_case_details on supervision_case (organisation, details);

-- The case that a sealed thing belongs to; null for what belongs to none.
create function case_of_thing(of_kind text, of_thing uuid) returns uuid language sql stable as $$
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
$$;

-- A case is supervised by whoever it comes to next, and by whoever it came to last.
create function supervises_case(of_details uuid, of_person uuid) returns boolean language sql stable as $$
  select exists (select from supervision_case c
    join session_case b on b.organisation = c.organisation and b.case_id = c.id and b.state = 'brought'
    join supervision_session s on s.organisation = b.organisation and s.id = b.session
    where c.organisation = (select current_setting('app.organisation', true)::uuid) and c.details = of_details
      and s.supervisor = of_person
      and (s.state in ('proposed', 'booked') or s.state = 'held' and not exists (select from session_case l
        join supervision_session later on later.organisation = l.organisation and later.id = l.session
        where l.organisation = c.organisation and l.case_id = c.id and l.state = 'brought' and later.state = 'held'
          and later.starts_at > s.starts_at)))
$$;

-- Somebody supervises the holder of a case in a session that is not cancelled and ends at that moment or later.
create function supervises_holder(of_details uuid, of_person uuid, until_when timestamptz) returns boolean
  language sql stable as $$
  select exists (select from supervision_case c
    join session_supervisee p on p.organisation = c.organisation and p.person = c.holder
    join supervision_session s on s.organisation = p.organisation and s.id = p.session
    where c.organisation = (select current_setting('app.organisation', true)::uuid) and c.details = of_details
      and s.supervisor = of_person and s.state in ('proposed', 'booked', 'held')
      and s.starts_at + make_interval(mins => s.minutes) >= until_when)
$$;

-- Whether a reader's reason still holds at a moment.
create function sealed_reason_holds(of_kind text, of_thing uuid, of_person uuid, why text, until_when timestamptz,
  at timestamptz) returns boolean language sql stable as $$
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
$$;
grant execute on function case_of_thing, supervises_case, supervises_holder, sealed_reason_holds to mcs_request;

drop policy sealed_text_read on sealed_text;
create policy sealed_text_read on sealed_text for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (version > 0 or written_by = (select current_setting('app.person', true)::uuid))
    and exists (select from sealed_reader r
      where r.organisation = sealed_text.organisation and r.about_kind = sealed_text.about_kind
        and r.about = sealed_text.about and r.person = (select current_setting('app.person', true)::uuid)
        and (r.until is null or r.until > now())
        and (r.because <> 'cover' and r.about_kind not in ('case', 'case line')
          or sealed_reason_holds(r.about_kind, r.about, r.person, r.because, r.until, now()))));

-- Whoever no longer supervises a case lets nobody else read it.
create or replace function sealed_may_let(of_kind text, of_thing uuid) returns boolean language sql stable as $$
  select exists (select from sealed_reader r
    where r.organisation = (select current_setting('app.organisation', true)::uuid)
      and r.about_kind = of_kind and r.about = of_thing
      and r.person = (select current_setting('app.person', true)::uuid)
      and r.until is null
      and r.because in ('wrote it', 'supervisor', 'supervisee', 'facilitator', 'owner', 'adviser', 'safeguarding lead')
      and (of_kind not in ('case', 'case line')
        or sealed_reason_holds(of_kind, of_thing, r.person, r.because, r.until, now())))
$$;

-- The supervisor who books planned case work sees how the cases are called that should come to it, until it is over.
create policy sealed_reader_line on sealed_reader for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and because = 'supervisor' and about_kind = 'case line'
    and person = (select current_setting('app.person', true)::uuid)
    and until is not null and supervises_holder(about, person, until));
create policy sealed_reader_line_on on sealed_reader for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and because = 'supervisor' and about_kind = 'case line'
    and person = (select current_setting('app.person', true)::uuid))
  with check (because = 'supervisor' and about_kind = 'case line'
    and person = (select current_setting('app.person', true)::uuid)
    and until is not null and supervises_holder(about, person, until));
