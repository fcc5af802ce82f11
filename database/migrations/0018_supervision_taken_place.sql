-- A rebooked session may come instead of the next planned one, which is then cancelled: its cancellation names the session
-- that took its place.
alter table session_cancellation add column taken_by uuid references supervision_session (id);
