-- Daily results of running experiments, one row per experiment, variant and UTC day. The scheduler
-- calls this every hour for today and the three days before. Older days are rebuilt by hand, one
-- call per day.

create table experiments (
  id bigint primary key,
  -- Name of the goal event this experiment is judged by.
  goal text not null,
  ended_at timestamptz not null default 'infinity'
);

-- One row each time a client asks which variant to show. Kept until 30 days after the end.
create table exposures (
  experiment_id bigint not null references experiments,
  user_id text not null,
  variant text not null,
  exposed_at timestamptz not null
);

-- One row per purchase, signup and the like. A client sends what it has stored when it is online.
create table goal_events (
  id uuid primary key,
  name text not null,
  user_id text not null,
  amount_cents bigint not null default 0,
  occurred_at timestamptz not null,
  received_at timestamptz not null
);

create index goal_events_received_at on goal_events (received_at);
create index goal_events_occurred_at on goal_events (occurred_at);

create table experiment_days (
  experiment_id bigint not null references experiments,
  variant text not null,
  day date not null,
  -- Users whose first exposure was on this day.
  users bigint not null,
  -- Goal events on this day of users in the variant, and what they were worth.
  conversions bigint not null,
  revenue_cents bigint not null,
  updated_at timestamptz not null,
  primary key (experiment_id, variant, day)
);

create procedure roll_up_experiments(from_day date, to_day date)
language sql
as $$
  with bounds as (
    select
      from_day::timestamp at time zone 'UTC' as since,
      (to_day + 1)::timestamp at time zone 'UTC' as until
  ),

  -- A user belongs to the variant they saw first.
  entries as (
    select distinct on (experiment_id, user_id) experiment_id, user_id, variant, exposed_at
    from exposures
    order by experiment_id, user_id, exposed_at, variant
  ),

  steps as (
    select n.experiment_id, n.variant, n.exposed_at as happened_at,
      1 as users, 0 as conversions, 0 as cents
    from entries n
    cross join bounds b
    where n.exposed_at >= b.since and n.exposed_at < b.until

    union all

    select e.id, x.variant, g.occurred_at, 0, 1, g.amount_cents
    from goal_events g
    join experiments e
      on e.goal = g.name and g.occurred_at < e.ended_at
    join exposures x
      on x.experiment_id = e.id and x.user_id = g.user_id
    cross join bounds b
    where g.received_at >= b.since and g.received_at < b.until
  )

  insert into experiment_days as d
    (experiment_id, variant, day, users, conversions, revenue_cents, updated_at)
  select
    experiment_id,
    variant,
    (happened_at at time zone 'UTC')::date,
    sum(users),
    sum(conversions),
    sum(cents),
    now()
  from steps
  group by 1, 2, 3
  on conflict (experiment_id, variant, day) do update set
    users = greatest(d.users, excluded.users),
    conversions = greatest(d.conversions, excluded.conversions),
    revenue_cents = greatest(d.revenue_cents, excluded.revenue_cents),
    updated_at = excluded.updated_at;
$$;
