-- Who closed an account: a new invitation to another e-mail address takes two administrators, one who closes the account
-- and one who invites, so that nobody alone can come in as somebody else.
alter table account add column closed_by uuid;
