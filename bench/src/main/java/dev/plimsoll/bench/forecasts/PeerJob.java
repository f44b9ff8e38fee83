// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.forecast.RegularSeries;

/** What the peers' script is asked; its own head describes the fields. */
final class PeerJob {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PeerJob() {}

    static String text(Course course) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("stepSeconds", course.stepSeconds());
        root.put("daySteps", course.day());
        root.put("horizon", course.longest());
        course.origins().forEach(root.putArray("origins")::add);
        addValues(root.putArray("values"), course.series());
        return text(root);
    }

    private static void addValues(ArrayNode values, RegularSeries series) {
        for (int i = 0; i < series.size(); i++) {
            if (series.isPresent(i)) {
                values.add(series.at(i));
            } else {
                values.addNull();
            }
        }
    }

    private static String text(ObjectNode root) {
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job that cannot be written", e);
        }
    }
}
