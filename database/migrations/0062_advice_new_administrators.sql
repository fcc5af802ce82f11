-- The service lets administrators of the desk read what is open, also those who were given the role after it was asked; never
-- what is over, and never somebody who gave themselves the role.
create policy sealed_reader_advice_desk on sealed_reader for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and (select current_setting('app.person', true)) = '00000000-0000-0000-0000-000000000001'
    and because = 'takes details at the desk' and about_kind = 'advice intake' and until is null
    and exists (select from advice_request r
      where r.organisation = sealed_reader.organisation and r.id = sealed_reader.about
        and r.state in ('waiting', 'handed on', 'taken') and r.caller is distinct from sealed_reader.person)
    and exists (select from role_grant g
      where g.organisation = sealed_reader.organisation and g.person = sealed_reader.person
        and g.role = 'SPOA administrator' and g.ended_at is null and not g.granted_to_self));
