// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.sim.scenario.Demand;
import java.time.Duration;
import java.util.List;

/** Demand as points in time. */
record DemandPart(Found<Double> roughness, List<Point> points) {
    private static final double MOST_RATE = 10_000_000;

    /** A point, its time in seconds. */
    record Point(Found<Long> at, Found<Double> rate) {
        static Point read(Field field) {
            Fields fields = field.fields().only("at", "rate");
            return new Point(
                    fields.field("at").read(Forms.seconds(Duration.ZERO, TimePart.LONGEST)),
                    fields.field("rate").read(Forms.rate(0, MOST_RATE)));
        }
    }

    static DemandPart read(Fields fields) {
        fields.only("roughness", "points");
        List<Field> points =
                fields.field("points").someItems("give points, e.g. {at: 0s, rate: 400/s}");
        return new DemandPart(
                fields.field("roughness").read(Forms.share(0), 0.0),
                points.stream().map(Point::read).toList());
    }

    Demand demand() {
        return new Demand(
                points.stream()
                        .map(point -> new Demand.Point(point.at().value(), point.rate().value()))
                        .toList(),
                roughness.value());
    }
}
