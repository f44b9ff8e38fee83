// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import java.util.OptionalDouble;

/**
 * How closely supply s(t) followed need d(t) over the scored time T.
 *
 * <p>Source: Herbst et al., "Ready for Rain? A View from SPEC Research on the Future of Cloud
 * Metrics", SPEC RG 2016. Its instability counts a step as soon as the two signs differ; here both
 * supply and need must change in it, and the step before must be scored as well.
 *
 * @param underProvisioning percent: 100/T ∫ max(d − s, 0)/d
 * @param overProvisioning percent: 100/T ∫ max(s − d, 0)/d
 * @param underProvisionedTime share of time with s below d
 * @param overProvisionedTime share of time with s above d
 * @param instability share of time in which s and d change in opposite directions
 */
public record Elasticity(
        OptionalDouble underProvisioning,
        OptionalDouble overProvisioning,
        OptionalDouble underProvisionedTime,
        OptionalDouble overProvisionedTime,
        OptionalDouble instability) {

    static Elasticity of(ScoreContext context, Timeline timeline) {
        return new Elasticity(
                context.mean(
                        step -> percentOfNeed(context, -surplus(context, timeline, step), step)),
                context.mean(
                        step -> percentOfNeed(context, surplus(context, timeline, step), step)),
                context.share(step -> surplus(context, timeline, step) < 0),
                context.share(step -> surplus(context, timeline, step) > 0),
                context.share(step -> opposed(context, timeline, step)));
    }

    private static int surplus(ScoreContext context, Timeline timeline, int step) {
        return timeline.supply(step) - context.need(step);
    }

    private static double percentOfNeed(ScoreContext context, int replicas, int step) {
        return 100.0 * Math.max(replicas, 0) / context.need(step);
    }

    private static boolean opposed(ScoreContext context, Timeline timeline, int step) {
        if (step == 0 || !context.scored(step - 1)) {
            return false;
        }
        int supplied = Integer.compare(timeline.supply(step), timeline.supply(step - 1));
        int needed = Integer.compare(context.need(step), context.need(step - 1));
        return supplied * needed < 0;
    }
}
