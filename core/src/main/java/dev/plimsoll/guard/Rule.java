// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import java.util.EnumSet;
import java.util.Set;

/**
 * The invariants, each a limit on the number of replicas, in the order in which they are applied.
 * First whether the world is still the one that was planned for, and whether somebody's change is
 * to be respected; then what may be taken away, by evidence, state and pace; then what may be
 * added; then the number of actions; then the limits, which no rule before them overrides: what the
 * owner allows, and what the pool holds; and last how far an approval leads. Between two limits
 * that contradict each other the later one wins.
 */
public enum Rule {
    PRECONDITION(WorldRules::precondition, "the workload changed since this was planned"),
    BY_HAND(WorldRules::byHand, "a change made by hand is respected for holdFor"),
    TAKEN_BACK(WorldRules::takenBack, "what did harm is not tried again within holdFor"),
    REVERTED(WorldRules::reverted, "what a person took back is not tried again within holdFor"),

    EVIDENCE_ABSENT(EvidenceRules::absent, "no scale-in while a deciding signal is absent"),
    EVIDENCE_STALE(EvidenceRules::stale, "no scale-in on a deciding signal that is too old"),
    EVIDENCE_ZERO(EvidenceRules::zero, "no scale-in on a zero beside a sign of life"),
    EVIDENCE_FROZEN(EvidenceRules::frozen, "no scale-in on a signal that froze"),
    EVIDENCE_PARTIAL(EvidenceRules::partial, "no scale-in while replicas do not report"),
    REACTIVE_FLOOR(LoadRules::reactiveFloor, "no scale-in below what fresh demand needs now"),
    SESSIONS(StateRules::sessions, "only replicas whose sessions are known may leave"),
    DRAINING(StateRules::draining, "at most the blast radius is leaving at once"),
    ORDERED(StateRules::ordered, "ordered replicas leave one at a time, when all are ready"),
    QUORUM(StateRules::quorum, "a majority of the replicas stays ready"),
    COOL_DOWN(PaceRules::coolDown, "no scale-in within coolDown after a scale-out"),
    SCALE_IN_RATE(
            PaceRules::scaleInRate,
            "at most scaleInShare of the replicas may leave per scaleInPeriod"),
    BLAST_RADIUS(PaceRules::blastRadius, "one action takes away at most the blast radius"),

    RETRIES(LoadRules::retries, "retried and rejected requests buy no capacity without bound"),
    NO_GAIN(LoadRules::noGain, "two scale-outs brought neither goodput nor latency"),
    UNPROVEN(LoadRules::unproven, "more than demand has risen by waits until the last ones helped"),
    PENDING(LoadRules::pending, "replicas are pending for longer than they usually take"),
    TICK(PaceRules::tick, "between two cycles only what fresh demand needs is added"),
    BURST(PaceRules::burst, "the pool's burst budget until the next cycle is spent"),
    SURGE(PaceRules::surge, "one action multiplies the replicas by four at most, or adds twenty"),

    ACTION_RATE(PaceRules::actionRate, "at most maxActionsPerMinute actions are made a minute"),

    QUOTA(LimitRules::quota, "never above the quota"),
    MAX_REPLICAS(LimitRules::maxReplicas, "never above maxReplicas"),
    MIN_REPLICAS(LimitRules::minReplicas, "never below minReplicas"),
    NODE_CAPACITY(LimitRules::nodeCapacity, "never more than the pool's nodes hold"),

    APPROVAL(ConsentRules::approval, "no further than a person approved");

    private static final Set<Rule> PASSING =
            EnumSet.of(
                    BY_HAND,
                    TAKEN_BACK,
                    REVERTED,
                    DRAINING,
                    COOL_DOWN,
                    SCALE_IN_RATE,
                    BLAST_RADIUS,
                    UNPROVEN,
                    BURST,
                    SURGE,
                    ACTION_RATE);
    private static final Set<Rule> ALARMS = EnumSet.of(RETRIES, NO_GAIN, PENDING, NODE_CAPACITY);

    private interface Limit {
        int of(int wanted, Review review);
    }

    @SuppressWarnings("ImmutableEnumChecker") // references to static methods, which have no state
    private final Limit limit;

    private final String sentence;

    Rule(Limit limit, String sentence) {
        this.limit = limit;
        this.sentence = sentence;
    }

    /** The number of replicas that this rule lets through where {@code wanted} arrive at it. */
    int limit(int wanted, Review review) {
        return limit.of(wanted, review);
    }

    /** The rule as a person reads it. */
    public String sentence() {
        return sentence;
    }

    /** Whether the same proposal can pass later without a change of the world or the settings. */
    boolean isPassing() {
        return PASSING.contains(this);
    }

    /** Whether it is what the owner allows: to be held there is no fault. */
    boolean isOwnersLimit() {
        return this == MAX_REPLICAS || this == MIN_REPLICAS;
    }

    /** Whether somebody should look, since waiting will not mend it. */
    public boolean isAlarm() {
        return ALARMS.contains(this);
    }
}
