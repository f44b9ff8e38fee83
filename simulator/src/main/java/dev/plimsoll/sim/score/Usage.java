// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import java.util.OptionalDouble;

/**
 * What was paid for in the scored time, and how well it was used.
 *
 * @param replicaHours hours from the order of a replica to its end, booting included
 * @param cost replica-hours at the price of one
 * @param allocationEfficiency busy slots over paid slots, booting replicas included
 * @param overUtilizationEvents unbroken stretches of more than 300 s with more than 90 % of the
 *     ready slots busy; an unscored step breaks a stretch
 */
public record Usage(
        OptionalDouble replicaHours,
        OptionalDouble cost,
        OptionalDouble allocationEfficiency,
        int overUtilizationEvents) {
    private static final double OVER_UTILIZED = 0.90;
    private static final int EVENT_SECONDS = 300;

    static Usage of(ScoreContext context, Timeline timeline) {
        OptionalDouble hours = context.hours(timeline::billed);
        return new Usage(
                hours,
                hours.stream().map(h -> h * context.replicaHourPrice()).findFirst(),
                ScoreContext.ratio(
                        context.sum(step -> timeline.utilization(step) * timeline.supply(step)),
                        context.sum(timeline::billed)),
                overUtilizationEvents(context, timeline));
    }

    private static int overUtilizationEvents(ScoreContext context, Timeline timeline) {
        int shortestEvent = EVENT_SECONDS / context.stepSeconds() + 1;
        int events = 0;
        int stretch = 0;
        for (int step = 0; step < context.steps(); step++) {
            boolean over = context.scored(step) && timeline.utilization(step) > OVER_UTILIZED;
            stretch = over ? stretch + 1 : 0;
            if (stretch == shortestEvent) {
                events++;
            }
        }
        return events;
    }
}
