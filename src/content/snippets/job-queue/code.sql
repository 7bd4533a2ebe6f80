-- Background jobs. A job is enqueued in the transaction that makes it necessary. Workers ask claim_job
-- every second, call heartbeat_job every 20 seconds while they work, and end with complete_job or
-- fail_job. Each call of theirs is a transaction of its own, and one that returns no row means that
-- the job is no longer theirs. The scheduler calls reap_jobs every 15 seconds.

create table jobs (
  id bigint generated always as identity primary key,
  queue text not null,
  kind text not null,
  payload jsonb not null,
  -- Jobs of one kind and key have the same payload. They read what there is to do when they run.
  key text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'dead')),
  run_at timestamptz not null default now(),
  attempts int not null default 0,
  max_attempts int not null default 5 check (max_attempts between 1 and 20),
  worker text,
  -- Made anew by each claim.
  lease uuid,
  leased_until timestamptz,
  -- When it was last claimed.
  claimed_at timestamptz,
  done_at timestamptz,
  last_error text
);

create index jobs_waiting on jobs (queue, run_at, id) where state = 'waiting';
create index jobs_running on jobs (leased_until) where state = 'running';
create unique index jobs_key on jobs (queue, kind, key) where state in ('waiting', 'running');

create function enqueue_job(to_queue text, kind text, payload jsonb, key text = null)
returns bigint
language sql as $$
  insert into jobs (queue, kind, payload, key)
  values (to_queue, kind, payload, key)
  on conflict (queue, kind, key) where state in ('waiting', 'running')
  do update set payload = excluded.payload
  returning id;
$$;

create function claim_job(from_queue text, by_worker text)
returns setof jobs
language sql as $$
  with next as (
    select id from jobs
    where queue = from_queue and state = 'waiting' and run_at <= now()
    order by run_at, id
    limit 1
    for update skip locked
  )
  update jobs j
  set
    state = 'running',
    worker = by_worker,
    lease = gen_random_uuid(),
    leased_until = now() + interval '1 minute',
    claimed_at = now()
  from next
  where j.id = next.id
  returning j.*;
$$;

create function heartbeat_job(job_id bigint, own_lease uuid)
returns setof bigint
language sql as $$
  update jobs
  set leased_until = leased_until + interval '1 minute'
  where id = job_id and lease = own_lease
  returning id;
$$;

create function complete_job(job_id bigint, own_lease uuid)
returns setof bigint
language sql as $$
  update jobs
  set state = 'done', lease = null, done_at = now()
  where id = job_id and lease = own_lease
  returning id;
$$;

create function fail_job(job_id bigint, own_lease uuid, error text)
returns setof bigint
language sql as $$
  update jobs
  set
    attempts = attempts + 1,
    state = case when attempts + 1 < max_attempts then 'waiting' else 'dead' end,
    run_at = now() + (0.5 + random() / 2)
      * least(interval '15 seconds' * 2 ^ attempts, interval '1 hour'),
    lease = null,
    last_error = error
  where id = job_id and lease = own_lease
  returning id;
$$;

create function reap_jobs()
returns setof bigint
language sql as $$
  with expired as (
    select id from jobs
    where state = 'running' and leased_until < now()
    order by leased_until
    limit 100
  )
  update jobs j
  set
    state = case when attempts < max_attempts then 'waiting' else 'dead' end,
    lease = null,
    last_error = 'lease ran out'
  from expired
  where j.id = expired.id
  returning j.id;
$$;
