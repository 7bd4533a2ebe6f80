import type { Concept } from '../catalog/concept.ts'

/** Each line: words and phrases that say the same about most subjects of computing. */
const list = `
advantage, benefit, beneficial, upside, strength, pro, plus side, good thing about, merit
disadvantage, drawback, downside, weakness, con, shortcoming, bad thing about
increase, grow, grew, rise, raise, larger, bigger, higher, greater, goes up, go up, expand, enlarge
decrease, reduce, reduction, shrink, smaller, lower, drop, goes down, go down, minimize, minimise, lessen, cut down
different, unlike, distinct from, whereas, in contrast, not the same
similar, alike, in common, likewise, the same as, identical, equivalent
execute, run, ran, carry out, perform
begin, start, initially, at the outset, entry point
end, finish, terminate, complete, stop
store, hold, held, keep, kept, save, contain, retain
location, place, position, spot, address, where it lives
send, sent, transmit, transmission, deliver, forward, pass on
receive, get back, arrive, incoming
acknowledge, ack, confirm, receipt
connect, link, join up, attach
create, creation, make a new, construct, build, built, generate, produce
remove, delete, erase, take out, taken out, discard, drop it
insert, add, added, addition, append, put in, push
search, find, look for, look up, lookup, locate, seek
traverse, iterate over, go through, goes through, walk through, walks, visit, scan, loop over
repeat, repetition, iterate, loop, over and over, again and again
infinite, forever, never ends, never stops, endless, endlessly, without end, never terminates
unlimited, no limit, as many as, any number, infinitely many, without limit, arbitrary number, boundless
at least once, at least one time, atleast once, one time at least, always once, minimum of once, even if the condition is false
anywhere, everywhere, any place, any part, from any, wherever, all over, throughout
copy, duplicate, replicate, clone
change, modify, modification, alter, edit, update, adjust, adapt
divide, division, split, partition, separate into, break into, break down, broken down
combine, merge, join together, concatenate, bundle, put together, unify
sort, in ascending order, ordered, arrange, rank
middle, midpoint, halfway, center, centre, half way
swap, exchange, switch places, interchange
compare, comparison, check against
equal, equal to, the same value, match
greater than, larger than, bigger than, more than, exceeds, above
less than, smaller than, fewer than, lower than, below
parameter, argument, params, args, passed in
function, method, procedure, subroutine, routine, operation
variable, identifier, named value
attribute, field, property, data member, member variable, instance variable
interface, declaration, prototype, signature, header, specification
implementation, body, definition, actual code, how it works
element, item, entry, node, member
array, list, sequence, collection, vector
pointer, points to, reference to, memory address
lifo, last in first out, last in, most recent first, from the top
fifo, first in first out, first come first served, in the order they arrive, order of arrival
top, head, front, beginning of the
rear, tail, back of, end of the
root, parent, ancestor, topmost
leaf, leaves, child, children, descendant
fixed, static, constant size, predetermined, cannot be changed, can not grow, set in advance
dynamic, variable length, flexible, grows as needed, resizable, adjustable
reuse, reusable, use again, used again
abstraction, hide, hidden, encapsulate, information hiding
easy, easier, easily, simple to, simpler, convenient, ease, straightforward, simplify
hard, difficult, harder, difficulty, complicated, complex
efficient, saves, less overhead, cheaper, economical, better use of
waste, overhead, unnecessary, unnecessarily, redundant, inefficient, garbage
wait, delay, latency, hold up, idle
fast, faster, quick, quickly, quicker, rapid, rapidly, speed, speeds up, high rate, higher rate
slow, slower, slowly, slows down, takes longer, low rate, more time
collision, collide, conflict, interfere, clash
broadcast, flood, send to everyone, to all nodes, to everybody
multicast, group of receivers, to a group
route, path, way through
loop free, no loops, without loops, acyclic, no cycles, without cycles
unique, only one, exactly one, a single, one and only
multiple, several, many, more than one, a number of, various, numerous
part, portion, piece, section, segment, fragment, component, module
whole, entire, complete set, overall, total, full
possible, able to, capable, allows, enables, permits, lets you
require, necessary, must have, needed, mandatory, has to
optional, not necessary, not required, not mandatory, need not
in advance, beforehand, prior to, ahead of time, up front, previously
depend, relies on, based on, determined by, according to, influenced, affects
independent, not dependent, unrelated, self contained, on its own
cause, lead to, result in, resulting, bring about, due to
prevent, avoid, eliminate, stop from, keep from
security, protected, encryption, safe from
reliable, dependable, guaranteed delivery
error, mistake, fault, bug, incorrect, incorrectly, wrong, wrongly, defect
test, check, verify, verification, validate
assign, allocate, give out, hand out, distribute, provide
purpose, goal, aim, objective, used for, intended, in order to, role
simulate, mimic, imitate, model, mock up, try out
behaviour, behavior, functionality, how it behaves, how it acts, what it does
program, software, application, product, code
known, knows, aware, know about
accessible, visible, scope, seen by, reachable, reach
amount, quantity, number of, count, how many
type, kind, data type, sort of thing, category, class of
average, on average, mean value, expected value
likely, probability, chance, odds, likelihood
burst, bursty, spike, all at once in short time, clustered
compile
full duplex, two way, bidirectional, both directions, duplex, in both ways
scheduler, picks the next, chooses the next, dispatch
job, process, task, thread
response time, time to first run, how soon it starts, first scheduled
turnaround time, turnaround, completion time, time to completion, total time to finish
quantum, time slice, time quantum, slice length
preempt, preemption, preemptive, interrupts the, context switch, switching between
sjf, shortest job first, shortest first, shortest job
round robin, takes turns, taking turns, each gets a turn, rr
memory, ram, main memory, address space, storage space, heap
page, frame, page table
disk, hard drive, secondary storage
file, document
stack, call stack, pile
recursion, calls itself, self call
base case, stopping condition, terminating condition, termination test, exit condition, condition to stop
contiguous, consecutive, adjacent, next to each other, sequential, one after the other
random access, direct access, directly accessed, by index, any position directly
best case, optimal case, ideal case
worst case, at worst, in the worst
linear time, linear, proportional to, order n, o of n
logarithmic, log n, halving, cut in half, divide by two
quadratic, n squared, n 2, squared
exponential, doubles
binary tree, two children, at most two children, two subtrees
left subtree, left child, left side, left half
right subtree, right child, right side, right half
packet, frame, datagram, message, segment
header, header field
sender, source, transmitter, sending side, origin
receiver, destination, recipient, receiving side, target
router, gateway, intermediate system, hop, station
data link layer, link layer, layer two
bandwidth, capacity of the link, data rate, transmission rate, throughput, utilization, utilisation
congestion, overload, too much traffic
loss, lose, lost, dropped, missing packets, data loss
retransmit, retransmission, resend, send again, sent again
window, window size, sliding window
timeout, timer, time out, expires
sequence number, numbered, in sequence, sequencing
start bit, stop bit, delimiter, flag, syn
synchronous, synchronised, same clock, clocked
ip address, network address
configuration, settings, setup, set up, parameters of the network
object, instance of, instantiated
inherit, derived from, subclass, extends
polymorphism, many forms, overriding
global, outside all functions, outside any function, outside of functions, whole program, entire program
local, inside the function, within the function, inside a function
compile time, at compilation, before running
run time, runtime, while running, during execution
return type, return value, returns a value, gives back, return
fair, fairly, equal share, evenly, equally
starve, starvation, never gets to run, waits forever
dispose, free, release memory, deallocate
`

/**
 * Everyday words and common terms that mean the same. For points that are only described: wordings of the bank
 * already say a thing in several ways, and their scores were better without (evals/README.md).
 */
export const everydayWords: readonly Concept[] = list
  .trim()
  .split('\n')
  .map((line, number) => ({ id: `everyday-${number}`, forms: line.split(', ') }))
