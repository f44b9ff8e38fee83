// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a policy must have shown, as it is written. */
record PromotionPart(
        Field field,
        Found<Duration> over,
        Optional<Found<Double>> violations,
        Found<Double> replicaHours) {

    private static final Duration USUAL = Duration.ofDays(3);

    /** A journal keeps a week of readings, of which the first part only teaches. */
    private static final Duration MOST = Duration.ofDays(4);

    private static final int MOST_HOURS = 10;

    static Optional<PromotionPart> read(Field field) {
        return Optional.of(field).filter(Field::isWritten).map(PromotionPart::written);
    }

    private static PromotionPart written(Field field) {
        Fields known = field.fields().only("over", "violations", "replicaHours");
        return new PromotionPart(
                field,
                known.field("over").read(Forms.duration(Duration.ofHours(1), MOST), USUAL),
                known.field("violations").readIfWritten(Forms.share(0)),
                known.field("replicaHours").read(Forms.share(0, MOST_HOURS), 1.0));
    }

    boolean isUsable() {
        return over.isUsable()
                && violations.stream().allMatch(Found::isUsable)
                && replicaHours.isUsable();
    }

    Promotion promotion() {
        return new Promotion(
                over.value(),
                violations
                        .map(share -> OptionalDouble.of(share.value()))
                        .orElse(OptionalDouble.empty()),
                replicaHours.value());
    }
}
