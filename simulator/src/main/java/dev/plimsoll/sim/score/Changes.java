// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

/**
 * How often the policy changed its mind in scored steps.
 *
 * @param scaleOuts rises of the desired count
 * @param scaleIns falls of the desired count
 * @param scaleInsWithoutEvidence falls decided while a deciding signal could not be trusted, by the
 *     simulator's own truth
 */
public record Changes(int scaleOuts, int scaleIns, int scaleInsWithoutEvidence) {

    static Changes of(ScoreContext context, Timeline timeline, int scaleInsWithoutEvidence) {
        return new Changes(
                context.count(step -> change(timeline, step) > 0),
                context.count(step -> change(timeline, step) < 0),
                scaleInsWithoutEvidence);
    }

    public int adaptations() {
        return scaleOuts + scaleIns;
    }

    private static int change(Timeline timeline, int step) {
        return step == 0 ? 0 : timeline.desired(step) - timeline.desired(step - 1);
    }
}
