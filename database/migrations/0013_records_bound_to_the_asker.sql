-- What is written of somebody is bound to whoever is asking, by the database itself: a line of the trail is in the asker's
-- own name, and only somebody of a thing lets others read it (SPEC 12.1, 12.3; TRUST 1 and 4).

drop policy trail_event_own on trail_event;
create policy trail_event_read on trail_event for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy trail_event_write on trail_event for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and by_person = (select current_setting('app.person', true)::uuid));

-- Those who may say who else reads a thing: whoever wrote it or answers for it, never a reader for a time (cover, a broken
-- glass) and never somebody who was only present.
create function sealed_may_let(of_kind text, of_thing uuid) returns boolean language sql stable as $$
  select exists (select from sealed_reader r
    where r.organisation = (select current_setting('app.organisation', true)::uuid)
      and r.about_kind = of_kind and r.about = of_thing
      and r.person = (select current_setting('app.person', true)::uuid)
      and r.until is null and r.because in ('wrote it', 'supervisor', 'supervisee', 'facilitator', 'owner', 'adviser'))
$$;

-- The first to write of a thing is its writer; later writers have been let in before.
create function sealed_may_begin(of_kind text, of_thing uuid) returns boolean language sql stable as $$
  select not exists (select from sealed_reader r
      where r.organisation = (select current_setting('app.organisation', true)::uuid)
        and r.about_kind = of_kind and r.about = of_thing)
    or exists (select from sealed_reader r
      where r.organisation = (select current_setting('app.organisation', true)::uuid)
        and r.about_kind = of_kind and r.about = of_thing
        and r.person = (select current_setting('app.person', true)::uuid) and (r.until is null or r.until > now()))
$$;

-- Breaking the glass: somebody else than the reader, for an hour at the very most.
create function sealed_may_break(of_person uuid, until_when timestamptz) returns boolean language sql stable as $$
  select of_person <> (select current_setting('app.person', true)::uuid)
    and coalesce(until_when <= now() + interval '61 minutes', false)
$$;
grant execute on function sealed_may_let, sealed_may_begin, sealed_may_break to mcs_request;

drop policy sealed_reader_own on sealed_reader;
create policy sealed_reader_read on sealed_reader for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy sealed_reader_let on sealed_reader for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid) and case
    when because = 'wrote it' then person = (select current_setting('app.person', true)::uuid)
      and until is null and sealed_may_begin(about_kind, about)
    when because = 'broke the glass' then sealed_may_break(person, until)
    else sealed_may_let(about_kind, about) end);
-- Whoever wrote a text reads it for as long as it is kept: their row is never changed or taken away.
create policy sealed_reader_change on sealed_reader for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and because <> 'wrote it'
    and (sealed_may_let(about_kind, about)
      or because = 'broke the glass' and person <> (select current_setting('app.person', true)::uuid)))
  with check (because <> 'wrote it'
    and (because <> 'broke the glass' and sealed_may_let(about_kind, about) or sealed_may_break(person, until)));
create policy sealed_reader_end on sealed_reader for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and because <> 'wrote it'
    and sealed_may_let(about_kind, about));
revoke update on sealed_reader from mcs_request;
grant update (because, until) on sealed_reader to mcs_request;

-- A text is added to a thing by its readers alone: nobody plants words in somebody else's record.
drop policy sealed_text_write on sealed_text;
create policy sealed_text_write on sealed_text for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and written_by = (select current_setting('app.person', true)::uuid)
    and exists (select from sealed_reader r
      where r.organisation = sealed_text.organisation and r.about_kind = sealed_text.about_kind
        and r.about = sealed_text.about and r.person = (select current_setting('app.person', true)::uuid)
        and (r.until is null or r.until > now())));
