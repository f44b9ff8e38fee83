// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.List;

/**
 * How many replicas to hold for the demand of the look-ahead, and for how long, so that replicas
 * and violations together cost least. After each sample:
 *
 * <ul>
 *   <li>a {@link Panel} says what demand will be where the {@link Reach} ends;
 *   <li>each of its opinions, in two notions of how large errors are ({@link ErrorScale}), learns
 *       how its errors are distributed ({@link ErrorTail}) and keeps an account of what following
 *       it would have cost ({@link CostedForecast});
 *   <li>the {@link Mixture} weighs them by that, and takes the number that is cheapest;
 *   <li>{@link HoldChoice} says for how long it is held, {@link MissWatch} how many violations a
 *       shortage brings, and {@link SkillWatch} and {@link CalibrationWatch} whether all of it may
 *       be acted on.
 * </ul>
 *
 * <p>Assumed are one sample an interval, and errors like those of the past. Demand is per second,
 * time in samples, and cost in replicas held for one sample. Why it is so, what each part is worth,
 * and what was rejected: {@code docs/decisions/0011-at-least-cost.md}. Not thread-safe.
 */
public final class LookaheadBound implements BoundSource {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Panel panel;
    private final LookAhead.LeastCost settings;
    private final double violationCost;
    private final Mixture mixture;
    private final HoldChoice holds = new HoldChoice();
    private final MissWatch misses = new MissWatch();
    private final SkillWatch skill;
    private final CalibrationWatch calibration = new CalibrationWatch();
    private final double[] opinions;
    private final double[] errors;
    private final int[] ahead = new int[Reach.KEPT];
    private final List<float[]> said;
    private long time = -1;
    private DemandBound bound = DemandBound.NONE;

    /**
     * @param panel whose forecasts are heard
     * @param settings what is left out
     * @param interval between samples
     * @param violationCost κ: what a violation costs for each replica that is needed, in replicas
     *     held as long
     */
    public LookaheadBound(
            Panel panel, LookAhead.LeastCost settings, Duration interval, double violationCost) {
        this.panel = panel;
        this.settings = settings;
        this.violationCost = violationCost;
        int size = panel.names().size();
        this.mixture = new Mixture(size, samplesPerHour(interval), settings.without());
        this.skill = new SkillWatch(size);
        this.opinions = new double[size];
        this.errors = new double[size];
        this.said = panel.names().stream().map(_ -> new float[Reach.KEPT]).toList();
    }

    private static int samplesPerHour(Duration interval) {
        return (int) Math.max(1, HOUR.dividedBy(interval));
    }

    @Override
    public void observe(Interval interval, Reach reach) {
        time++;
        Stake stake = learnStake(interval);
        settle(stake);
        expect(reach, stake);
        int number = mixture.number(stake);
        holds.pass(time, number, stake.replicas(stake.demand()), stake.violationCost(), reach);
        calibration.choose(time, number, mixture.chance());
        bound = upper(number, stake, reach);
    }

    private Stake learnStake(Interval interval) {
        double unit = interval.demandPerReplica();
        Stake alone = new Stake(interval.demand(), unit, violationCost);
        misses.learn(interval.outcome(), alone.replicas(interval.demand()));
        return settings.has(Part.CORRECTION)
                ? new Stake(interval.demand(), unit, misses.factor() * violationCost)
                : alone;
    }

    private void expect(Reach reach, Stake stake) {
        panel.observe(stake.demand());
        panel.ahead(reach.last(), opinions);
        for (int i = 0; i < opinions.length; i++) {
            said.get(i)[Reach.slot(time)] = (float) opinions[i];
        }
        ahead[Reach.slot(time)] = reach.last();
        mixture.take(time, time + reach.last(), opinions, stake);
    }

    private DemandBound upper(int number, Stake stake, Reach reach) {
        String leader = panel.names().get(mixture.leader());
        return new DemandBound.Upper(
                new DemandBound.Expected(leader, mixture.expected(), reach.last()),
                number * stake.unit(),
                new DemandBound.Odds(mixture.chance(), stake.violationCost()),
                settings.has(Part.CORRECTION) ? holds.cheapest(reach) : holds.usual(reach),
                trust());
    }

    private Trust trust() {
        if (!settings.has(Part.TRUST)) {
            return Trust.KEPT;
        }
        if (!skill.isTrusted()) {
            return Trust.NO_SKILL;
        }
        return calibration.isTrusted() ? Trust.KEPT : Trust.NO_CALIBRATION;
    }

    /** Judges what was said of this sample, however far ahead that was then. */
    private void settle(Stake stake) {
        for (long made = time - Reach.MOST; made < time; made++) {
            if (made + ahead[Reach.slot(made)] == time) {
                settle(made, stake);
            }
        }
    }

    private void settle(long made, Stake stake) {
        for (int i = 0; i < errors.length; i++) {
            errors[i] = stake.demand() - said.get(i)[Reach.slot(made)];
        }
        skill.learn(errors, stake.unit());
        calibration.judge(made, stake.replicas(stake.demand()));
        mixture.settle(made, time, errors, stake);
        forget(made);
    }

    /** What is settled is not read again, and zeros take few bytes. */
    private void forget(long made) {
        int then = Reach.slot(made);
        said.forEach(words -> words[then] = 0);
        ahead[then] = 0;
    }

    @Override
    public void observeGap() {
        if (time < 0) {
            return;
        }
        time++;
        panel.observeGap();
        holds.skip(time);
        ahead[Reach.slot(time)] = 0;
    }

    @Override
    public DemandBound bound() {
        return bound;
    }

    @Override
    public void save(StateWriter out) {
        panel.save(out);
        mixture.save(out);
        holds.save(out);
        misses.save(out);
        skill.save(out);
        calibration.save(out);
        said.forEach(out::packFloats);
        out.packInts(ahead).putLong(time);
        DemandBound.save(bound, out);
    }

    @Override
    public void restore(StateReader in) {
        panel.restore(in);
        mixture.restore(in);
        holds.restore(in);
        misses.restore(in);
        skill.restore(in);
        calibration.restore(in);
        said.forEach(in::unpackFloats);
        in.unpackInts(ahead);
        time = in.getLong();
        bound = DemandBound.restore(in);
    }
}
