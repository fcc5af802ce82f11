-- Whoever comes to an office to which the reports of observations go may read those that were sent before (SPEC 9.3). They
-- take it themselves, for themselves alone: reports that were passed on, and the actions of their plans; while they hold an
-- office that somebody held who was given the report.

create function follows_receiver(of_kind text, of_thing uuid, of_person uuid, since timestamptz) returns boolean
language sql stable as $$
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
$$;
grant execute on function follows_receiver(text, uuid, uuid, timestamptz) to mcs_request;

create policy sealed_reader_report on sealed_reader for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and because = 'gets the report' and until is null
    and person = (select current_setting('app.person', true)::uuid)
    and follows_receiver(about_kind, about, person, since));
