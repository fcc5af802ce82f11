-- Who may come in, and how far they have come. Only the role mcs_door reaches these tables: an ordinary request, and
-- with it every page of every area, cannot read a password hash, a code's secret or a visit (TRUST, "How it is built" 7).

create table account (
  organisation uuid not null references organisation (id) on delete cascade,
  id uuid primary key,
  person uuid not null,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  -- The secret of the one-time codes, sealed with a key that is not in the database; null until codes are set up.
  code_secret bytea,
  code_confirmed_at timestamptz,
  -- The last 30-second step whose code was used: that code and every older one are refused from then on.
  code_last_step bigint not null default 0 check (code_last_step >= 0),
  -- A new secret that waits for its first code, so that a half-done change never locks anybody out.
  code_waiting bytea,
  created_at timestamptz not null,
  closed_at timestamptz,
  unique (organisation, id),
  check (code_confirmed_at is null or code_secret is not null)
);
create unique index account_email on account (organisation, email) where closed_at is null;
create unique index account_person on account (organisation, person) where closed_at is null;
create index account_by_email on account (email) where closed_at is null;

-- By what means an account may be opened. Passkeys and OpenID Connect (keyed on issuer and subject, never on e-mail)
-- have their places here.
create table account_means (
  organisation uuid not null,
  account uuid not null,
  id uuid primary key,
  kind text not null check (kind in ('password', 'passkey', 'oidc')),
  password_hash text,
  issuer text,
  subject text,
  credential jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  foreign key (organisation, account) references account (organisation, id) on delete cascade,
  check ((kind = 'password') = (password_hash is not null)),
  check ((kind = 'oidc') = (issuer is not null and subject is not null)),
  check ((kind = 'passkey') = (credential is not null)),
  check (password_hash is null or password_hash like '$argon2id$%')
);
create unique index account_means_password on account_means (account) where kind = 'password';
create unique index account_means_oidc on account_means (organisation, issuer, subject) where kind = 'oidc';
create index account_means_account on account_means (account);

-- Each works once; only the hash is kept.
create table recovery_code (
  organisation uuid not null,
  account uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account, code_hash),
  foreign key (organisation, account) references account (organisation, id) on delete cascade
);

-- A browser's visit. The token is kept as its SHA-256 only. Without an account only in the demonstration.
create table visit (
  organisation uuid not null references organisation (id) on delete cascade,
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  account uuid,
  person uuid not null,
  browser text not null check (length(browser) <= 80),
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  signed_in_at timestamptz not null,
  ended_at timestamptz,
  foreign key (organisation, account) references account (organisation, id) on delete cascade
);
create index visit_account on visit (account) where ended_at is null;
create index visit_person on visit (organisation, person) where ended_at is null;

-- Between the password and the code, and while an account is being set up: worth nothing without the next step.
create table sign_in_step (
  organisation uuid not null,
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  account uuid not null,
  purpose text not null check (purpose in ('code', 'set up code')),
  tries integer not null default 0 check (tries >= 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (organisation, account) references account (organisation, id) on delete cascade
);

-- A browser in which this account has signed in before: strangers who guess passwords cannot slow it down.
create table known_browser (
  organisation uuid not null,
  account uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account, token_hash),
  foreign key (organisation, account) references account (organisation, id) on delete cascade
);

-- Links that open one set-up form, once. The first administrator's has no organisation yet. The secret half of a link
-- is made from its id with a key outside the database, so nothing kept here opens anything.
create table one_time_link (
  organisation uuid references organisation (id) on delete cascade,
  id uuid primary key,
  purpose text not null check (purpose in ('first administrator', 'invitation')),
  person uuid,
  email text check (email = lower(email) and length(email) <= 254),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'invitation') = (organisation is not null and person is not null and email is not null))
);

-- Failed tries by keyed hash: of an e-mail (whether or not it has an account), of an address, of a known browser.
create table sign_in_failure (
  subject bytea primary key check (length(subject) = 32),
  failures integer not null check (failures >= 0),
  since timestamptz not null,
  last_at timestamptz not null,
  wait_until timestamptz
);
create index sign_in_failure_last_at on sign_in_failure (last_at);

do $$
declare
  door_table text;
begin
  foreach door_table in array array[
    'account', 'account_means', 'recovery_code', 'visit', 'sign_in_step', 'known_browser', 'one_time_link', 'sign_in_failure'
  ] loop
    execute format('alter table %I enable row level security', door_table);
    execute format('alter table %I force row level security', door_table);
    -- Before anyone is known there is no organisation to keep to; each query of the door names what it looks for.
    execute format('create policy %I on %I to mcs_door using (true) with check (true)', door_table || '_door', door_table);
  end loop;
end $$;
grant select, insert, update on account, account_means, one_time_link to mcs_door;
grant select, insert, update, delete on recovery_code, visit, sign_in_step, known_browser, sign_in_failure to mcs_door;
