-- A session of which everything that was said is kept elsewhere: a meeting of a learning set counts as a held session, by who came
-- and when alone, and asks nobody for a record.
alter table supervision_session add column elsewhere text check (elsewhere in ('learning set'));
