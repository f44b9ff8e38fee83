// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.capacity.TailLatency;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workload;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Watches the objective after every action, and proposes to take back what did harm.
 *
 * <p><b>Latency.</b> A reading of the tail latency is compared with what the queueing model expects
 * at the load of that very interval; the logarithm of their ratio is the residual, and its usual
 * mean and spread are learned while no action is on trial. So neither a surge of demand nor the
 * planned effect of a scale-in looks like harm: the model foresees both. After an action residuals
 * above the usual are summed up, less half of the smallest rise that matters (CUSUM; Page,
 * "Continuous inspection schemes", Biometrika 41, 1954). The sum is harm once it is beyond noise,
 * and only if without the action the latency would have been lower (the counterfactual: the same
 * demand at the replicas of before).
 *
 * <p><b>Errors.</b> Their ratio is harm when it is {@value #LEAST_ERRORS} above the usual and four
 * deviations of the binomial distribution of so many requests.
 *
 * <p>Loads above {@value #MOST_LOAD} are not judged, nor what comes after them until latency is as
 * usual again: there the model has no equilibrium, and the reactive floor is at work. An action is
 * on trial until four readings of its full effect were harmless; one is enough for the next action
 * to go back to no earlier number. What is taken back is taken back once: while the workload is
 * held, nothing is judged. Not thread-safe; one for each workload.
 */
public final class HarmWatch {
    static final double LEAST_ERRORS = 0.02;
    static final double MOST_LOAD = 0.90;

    /** Half of the logarithm of the smallest ratio that is to be found, 1.5. */
    private static final double SLACK = 0.2;

    /** The sum that counts as harm: this, or as many deviations of a reading. */
    private static final double LEAST_SUM = 0.4;

    private static final double DEVIATIONS = 4;
    private static final int HARMLESS_READINGS = 4;
    private static final double GAIN = 0.05;

    /** After its replicas should be ready. */
    private static final Duration LONGEST_TRIAL = Duration.ofMinutes(15);

    /** Residuals are at first believed to have a deviation of 0.15, worth so many readings. */
    private static final double PRIOR_VARIANCE = 0.0225;

    private static final double PRIOR_WEIGHT = 10;
    private static final String NAME = "take-back";

    private final Workload workload;
    private TailLatency tails = new TailLatency(new MmcStation(1, 1), 0.5);
    private int slots;
    private Instant newest = Instant.MIN;
    private double weight;
    private double mean;
    private double variance = PRIOR_VARIANCE;
    private double errors;
    private int good = -1;
    private boolean onTrial;
    private Instant actedAt = Instant.MIN;
    private int before;
    private int harmless;
    private double sum;
    private boolean harmed;
    private Instant heldUntil = Instant.MIN;
    private boolean takingBack;
    private boolean upset;

    public HarmWatch(Workload workload) {
        this.workload = workload;
    }

    /** Takes in what is seen; a reading is judged once. */
    public void observe(Outlook outlook) {
        harmed = false;
        if (outlook.snapshot().readings().of(Signal.DEMAND) instanceof Reading.Fresh(var _, var at)
                && at.isAfter(newest)) {
            newest = at;
            judge(outlook, at);
        }
    }

    /** Takes note that an action was approved at this outlook. */
    public void acted(Outlook outlook, Purpose purpose) {
        takingBack = purpose == Purpose.TAKE_BACK;
        if (takingBack) {
            heldUntil = outlook.at().plus(workload.protection().holdFor());
            onTrial = false;
            return;
        }
        boolean stood = !onTrial || harmless > 0;
        good = onTrial && stood ? outlook.current() : good;
        before = stood ? outlook.current() : before;
        onTrial = true;
        actedAt = outlook.at();
        harmless = 0;
        sum = 0;
    }

    /** Takes note that a platform refused the last action: what was to be undone still stands. */
    public void refused() {
        if (takingBack) {
            heldUntil = Instant.MIN;
            onTrial = true;
        }
    }

    /**
     * What takes the last change back, if the reading just observed shows that it did harm; of a
     * scale-out no more than leaves what fresh demand needs.
     */
    public Optional<Proposal> proposal(Outlook outlook) {
        if (!harmed || good < 0) {
            return Optional.empty();
        }
        int needed = Math.min(outlook.current(), Floor.replicas(outlook).orElse(0));
        int target = Math.max(good, needed);
        return target == outlook.current()
                ? Optional.empty()
                : Optional.of(
                        Proposal.of(
                                Purpose.TAKE_BACK,
                                NAME,
                                outlook,
                                new Want(target, Reason.HARM),
                                List.of(Signal.DEMAND)));
    }

    public void save(StateWriter out) {
        out.putInstant(newest).putDouble(weight).putDouble(mean).putDouble(variance);
        out.putDouble(errors).putInt(good).putInt(onTrial ? 1 : 0).putInstant(actedAt);
        out.putInt(before).putInt(harmless).putDouble(sum).putInt(harmed ? 1 : 0);
        out.putInstant(heldUntil).putInt(takingBack ? 1 : 0).putInt(upset ? 1 : 0);
    }

    public void restore(StateReader in) {
        newest = in.getInstant();
        weight = in.getDouble();
        mean = in.getDouble();
        variance = in.getDouble();
        errors = in.getDouble();
        good = in.getInt();
        onTrial = in.getInt() != 0;
        actedAt = in.getInstant();
        before = in.getInt();
        harmless = in.getInt();
        sum = in.getDouble();
        harmed = in.getInt() != 0;
        heldUntil = in.getInstant();
        takingBack = in.getInt() != 0;
        upset = in.getInt() != 0;
    }

    private void judge(Outlook outlook, Instant end) {
        Readings readings = outlook.snapshot().readings();
        OptionalDouble ready = readings.fresh(Signal.READY_REPLICAS);
        if (!(outlook.capacity() instanceof Capacity.Known known) || ready.isEmpty()) {
            return;
        }
        double demand = readings.fresh(Signal.DEMAND).orElse(0);
        double load = load(demand, ready.getAsDouble(), known);
        double busy = readings.fresh(Signal.UTILIZATION).orElse(0);
        upset |= Math.max(load, busy) >= MOST_LOAD;
        if (load >= MOST_LOAD || !(demand > 0)) {
            return;
        }
        OptionalDouble residual = residual(readings, load, known);
        upset &= busy >= MOST_LOAD || residual.orElse(mean) > mean + SLACK;
        if (upset) {
            return;
        }
        OptionalDouble failed = readings.fresh(Signal.ERROR_RATIO);
        onTrial &= !end.isAfter(trialEnd(outlook));
        boolean held = outlook.at().isBefore(heldUntil);
        if (!onTrial || held) {
            residual.ifPresent(this::learn);
            failed.ifPresent(this::learnErrors);
            good = (int) Math.rint(ready.getAsDouble());
        } else if (!end.minus(interval()).isBefore(actedAt)) {
            judge(outlook, residual, failed, demand, known);
        }
    }

    private void judge(
            Outlook outlook,
            OptionalDouble residual,
            OptionalDouble failed,
            double demand,
            Capacity.Known known) {
        sum = Math.max(0, sum + residual.orElse(mean) - mean - SLACK);
        boolean slower =
                sum > Math.max(LEAST_SUM, DEVIATIONS * StrictMath.sqrt(variance))
                        && isWorseThanBefore(outlook, demand, known);
        harmed = slower || isFaulty(failed, demand);
        if (!harmed && sum <= 0) {
            settle(outlook);
        }
    }

    /** However rarely all replicas are ready: what goes wrong later is another matter. */
    private Instant trialEnd(Outlook outlook) {
        double starting = outlook.leadTime().p95Seconds();
        return actedAt.plus(LONGEST_TRIAL).plusMillis((long) (starting * 1000));
    }

    /** Whether the demand at the replicas of before would have been served faster. */
    private boolean isWorseThanBefore(Outlook outlook, double demand, Capacity.Known known) {
        double load = load(demand, before, known);
        OptionalDouble otherwise = residual(outlook.snapshot().readings(), load, known);
        return load < MOST_LOAD && otherwise.orElse(mean) > mean;
    }

    private boolean isFaulty(OptionalDouble failed, double demand) {
        double requests = Math.max(1, demand * interval().toMillis() / 1000.0);
        double usual = Math.max(errors, 1 / requests);
        double noise = DEVIATIONS * StrictMath.sqrt(usual * (1 - Math.min(usual, 1)) / requests);
        return failed.orElse(0) > errors + Math.max(LEAST_ERRORS, noise);
    }

    /** The workload stood this reading; after some of its full size the trial is over. */
    private void settle(Outlook outlook) {
        double measured = outlook.snapshot().readings().fresh(Signal.READY_REPLICAS).orElse(-1);
        if (measured == outlook.current() && ++harmless == HARMLESS_READINGS) {
            good = outlook.current();
            onTrial = false;
        }
    }

    private OptionalDouble residual(Readings readings, double load, Capacity.Known known) {
        OptionalDouble seen = readings.fresh(Signal.TAIL_LATENCY);
        if (seen.isEmpty() || seen.getAsDouble() <= 0 || known.station().isEmpty() || load >= 1) {
            return OptionalDouble.empty();
        }
        MmcStation station = known.station().get();
        double expected = tails(station.concurrency()).at(load) * station.serviceSeconds();
        return OptionalDouble.of(StrictMath.log(seen.getAsDouble() / expected));
    }

    /** Tails of a replica of so many slots whose service takes a second. */
    private TailLatency tails(int concurrency) {
        if (concurrency != slots) {
            slots = concurrency;
            tails = new TailLatency(new MmcStation(slots, 1), workload.slo().quantile());
        }
        return tails;
    }

    private void learn(double residual) {
        weight = Math.min(weight + 1, 1 / GAIN);
        double off = residual - mean;
        mean += off / weight;
        double gain = 1 / (PRIOR_WEIGHT + weight);
        variance += gain * (off * off - variance);
    }

    private void learnErrors(double ratio) {
        errors += GAIN * (ratio - errors);
    }

    private Duration interval() {
        return workload.cadence().metricsInterval();
    }

    private static double load(double demand, double replicas, Capacity.Known known) {
        return demand / (replicas * known.saturationRate());
    }
}
