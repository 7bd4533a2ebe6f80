-- Builds visits from the events of our shop and our apps. The scheduler calls build_visits every hour.
-- A visit is what a visitor does without a pause of more than 30 minutes. Each run takes up the events
-- that came in since the one before, and builds the visits of those visitors anew. Analysts and the
-- marketing dashboard sum the table visits up by day and by campaign.

-- The collector inserts batches of up to 20,000, each in a transaction of its own that the database
-- ends after five minutes. It corrects clocks, and refuses what is more than three days old.
create table events (
  -- A browser or an app on a device.
  visitor_id uuid not null,
  -- Counted up by the visitor's side; what is sent again is inserted once.
  seq bigint not null,
  page text not null,
  -- Of the tagged link that led here, if there was one.
  campaign text,
  order_cents bigint not null default 0,
  -- From 0 for a human to 100, as judged by the firewall in front of the shop.
  bot_score int,
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  primary key (visitor_id, seq)
);

create index events_of_visitor on events (visitor_id, occurred_at);
create index events_received_at on events (received_at);

create table visits (
  visitor_id uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  events bigint not null,
  -- The page on which it began.
  landing_page text not null,
  -- The first campaign that led to it, if any did.
  campaign text,
  order_cents bigint not null,
  built_at timestamptz not null,
  primary key (visitor_id, started_at)
);

-- Up to when events were taken up.
create table build_state (
  is_only_row boolean primary key default true check (is_only_row),
  read_until timestamptz not null
);

insert into build_state (read_until) values ('-infinity');

-- The visitors of this run, and from when on their visits are built anew.
create table rebuilds (
  visitor_id uuid primary key,
  since timestamptz not null
);

create procedure build_visits(run_at timestamptz default now())
language plpgsql
as $$
declare
  state build_state;
begin
  -- A second run waits here.
  select * into state from build_state for update;

  delete from rebuilds;

  insert into rebuilds (visitor_id, since)
  select n.visitor_id, min(n.occurred_at) - interval '30 minutes'
  from events n
  where n.received_at > state.read_until
  group by n.visitor_id;

  delete from visits v
  using rebuilds r
  where v.visitor_id = r.visitor_id and v.started_at >= r.since;

  insert into visits
    (visitor_id, started_at, ended_at, events, landing_page, campaign, order_cents, built_at)
  with marked as (
    select e.*,
      e.occurred_at - lag(e.occurred_at) over earlier <= interval '30 minutes' as goes_on
    from rebuilds r
    join events e on e.visitor_id = r.visitor_id and e.occurred_at >= r.since
    where e.bot_score < 80
    window earlier as (partition by e.visitor_id order by e.occurred_at, e.seq)
  ),
  numbered as (
    select *, count(*) filter (where goes_on is not true) over earlier as number
    from marked
    window earlier as (partition by visitor_id order by occurred_at, seq)
  )
  select
    visitor_id,
    min(occurred_at),
    max(occurred_at),
    count(*),
    (array_agg(page order by occurred_at, seq))[1],
    max(campaign),
    sum(order_cents),
    run_at
  from numbered
  group by visitor_id, number;

  update build_state set read_until = greatest(read_until, run_at);
end
$$;
