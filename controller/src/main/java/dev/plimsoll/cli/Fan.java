// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.cli.chart.Curve;
import dev.plimsoll.cli.chart.Drawing;
import dev.plimsoll.cli.chart.Ink;
import dev.plimsoll.cli.chart.Scale;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.RegularSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * One forecast in a picture. It opens from the last sample known, so that one step can be seen too.
 *
 * @param origin the index of that sample
 * @param start its value
 */
record Fan(Age age, int origin, double start, Forecast forecast) {
    private static final int Q05 = 0;
    private static final int Q25 = 1;
    private static final int Q50 = 2;
    private static final int Q75 = 3;
    private static final int Q95 = 4;

    /** How a forecast is drawn. */
    enum Age {
        NEWEST(Ink.WIDE, Ink.NARROW, Ink.MEDIAN),
        PAST(Ink.PAST_WIDE, Ink.PAST_NARROW, Ink.PAST_MEDIAN),
        OLDER(Ink.OLDER_WIDE, Ink.OLDER_NARROW, Ink.OLDER_MEDIAN);

        private final Ink wide;
        private final Ink narrow;
        private final Ink median;

        Age(Ink wide, Ink narrow, Ink median) {
            this.wide = wide;
            this.narrow = narrow;
            this.median = median;
        }

        Ink wide() {
            return wide;
        }

        Ink narrow() {
            return narrow;
        }

        Ink median() {
            return median;
        }

        private static Age of(int place) {
            return place == 0 ? NEWEST : place == 1 ? PAST : OLDER;
        }
    }

    /** Those to draw, the newest first: none begins before the one before it ends. */
    static List<Fan> of(TraceForecast forecast) {
        RegularSeries series = forecast.samples().series();
        List<Fan> fans = new ArrayList<>();
        for (int origin : forecast.origins().drawn().reversed()) {
            if (fans.isEmpty() || origin + forecast.steps() <= fans.getLast().origin) {
                Forecast made = forecast.run().from(origin);
                double start = series.isPresent(origin) ? series.at(origin) : made.at(1).q50();
                fans.add(new Fan(Age.of(fans.size()), origin, start, made));
            }
        }
        return fans;
    }

    /** The index of the last sample forecast. */
    int end() {
        return origin + forecast.horizon();
    }

    /** The least that any band has at a sample. */
    double lower(int sample) {
        return at(sample, Q05);
    }

    /** The upper end of the inner band at a sample. */
    double inner(int sample) {
        return at(sample, Q75);
    }

    /** The upper end of the outer band at a sample. */
    double upper(int sample) {
        return at(sample, Q95);
    }

    /** Draws what lies between two samples, of which at least one step is of this forecast. */
    void draw(Drawing drawing, int from, int until, Scale x, Scale y) {
        Curve curve = new Curve(Math.max(from, origin), Math.min(until, end()), x, y);
        drawing.area(age.wide, curve.band(i -> at(i, Q05), i -> at(i, Q95)));
        drawing.area(age.narrow, curve.band(i -> at(i, Q25), i -> at(i, Q75)));
        drawing.line(age.median, curve.line(i -> at(i, Q50)));
    }

    private double at(int sample, int level) {
        return sample == origin ? start : forecast.at(sample - origin).at(level);
    }
}
