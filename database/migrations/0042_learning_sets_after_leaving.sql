-- Whoever has left a set reads nothing of what came after, in the database either: neither the turns of later meetings nor what
-- the set proposed to tell, or learned and shared, from that day on.
create function had_not_left(of_set uuid, on_day date) returns boolean language sql stable as $$
  select exists (select from learning_set_membership m
    where m.organisation = (select current_setting('app.organisation', true)::uuid)
      and m.learning_set = of_set and m.person = (select current_setting('app.person', true)::uuid)
      and (m.until_day is null or on_day < m.until_day))
$$;
grant execute on function had_not_left to mcs_request;

drop policy learning_meeting_turns_read on learning_meeting_turns;
create policy learning_meeting_turns_read on learning_meeting_turns for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and had_not_left(learning_set, day));

drop policy learning_announcement_read on learning_announcement;
create policy learning_announcement_read on learning_announcement for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (had_not_left(learning_set, (proposed_at at time zone 'Europe/London')::date)
      or state = 'told' and (select current_setting('app.person', true)::uuid) = any(recipients)));

drop policy learning_reflection_read on learning_reflection;
create policy learning_reflection_read on learning_reflection for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (person = (select current_setting('app.person', true)::uuid)
      or shared > 0 and had_not_left(learning_set, (saved_at at time zone 'Europe/London')::date)));
