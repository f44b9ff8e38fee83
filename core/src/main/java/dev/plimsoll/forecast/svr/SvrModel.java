// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.List;

/**
 * A fitted model: h steps after the newest sample y, while the past days rise by r(h),
 *
 * <pre>
 * ŷ(h) = y + share(h)·r(h) + spread(h)·f_h(inputs)
 * </pre>
 *
 * with share and correction linear between the look-aheads that were regressed and constant beyond
 * the last. The forecast stays within half of the history's range beyond what was seen, for a
 * regression knows nothing out there. Immutable.
 */
final class SvrModel {
    private final List<Lead> leads;
    private final Scaling scaling;
    private final Support support;
    private final SampleRange range;
    private final double[] shares;

    SvrModel(List<Lead> leads, Scaling scaling, Support support, SampleRange range) {
        this.leads = leads;
        this.scaling = scaling;
        this.support = support;
        this.range = range;
        this.shares = leads.stream().mapToDouble(Lead::share).toArray();
    }

    /** How many support vectors there are. */
    int size() {
        return support.size();
    }

    /** Per look-ahead, how much the newest sample's circumstances add to a forecast. */
    double[] corrections(SvrInputs state) {
        double[] corrections = support.at(scaling.point(state.values(scaling.width())));
        for (int i = 0; i < corrections.length; i++) {
            corrections[i] *= leads.get(i).spread();
        }
        return corrections;
    }

    /** The forecast so many steps after the newest sample. */
    double ahead(SvrInputs state, double[] corrections, long steps) {
        double change = at(steps, shares) * state.rise(steps) + at(steps, corrections);
        return range.within(state.last() + change, state.last());
    }

    private double at(long steps, double... perLead) {
        int above = 0;
        while (above < perLead.length && leads.get(above).steps() < steps) {
            above++;
        }
        if (above == perLead.length) {
            return perLead[above - 1];
        }
        if (leads.get(above).steps() == steps) {
            return perLead[above];
        }
        double from = leads.get(above - 1).steps();
        double share = (steps - from) / (leads.get(above).steps() - from);
        return perLead[above - 1] + share * (perLead[above] - perLead[above - 1]);
    }

    void save(StateWriter out) {
        out.putInt(leads.size());
        leads.forEach(lead -> lead.save(out));
        out.putInt(scaling.width());
        scaling.save(out);
        support.save(out);
        range.save(out);
    }

    static SvrModel restored(StateReader in, SvrSettings settings) {
        int most = settings.horizons().size();
        int count = (int) Checks.within(1, most, in.getInt(), "a number of look-aheads");
        List<Lead> leads =
                settings.horizons().subList(0, count).stream()
                        .map(steps -> Lead.restored(in, steps))
                        .toList();
        int widest = new SvrInputs(settings).width(Long.MAX_VALUE);
        int width = (int) Checks.within(1, widest, in.getInt(), "a number of inputs");
        Scaling scaling = Scaling.restored(in, width);
        Support support = Support.restored(in, width, count);
        return new SvrModel(leads, scaling, support, SampleRange.restored(in));
    }
}
