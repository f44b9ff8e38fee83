// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Puts a page together from its parts: everything that it needs stands in it. */
final class Page {
    private static final String PLOT = "/META-INF/resources/webjars/uplot/1.6.30";

    private Page() {}

    /**
     * The page of a name ({@code NAME.html}, {@code NAME.js}) around its data.
     *
     * @param json made inert, so that no text in it can end the script that holds it
     */
    static String assemble(String name, String json) {
        return assemble(name, "", json);
    }

    /**
     * The same around a chart that is drawn already.
     *
     * @param chart an SVG element
     */
    static String assemble(String name, String chart, String json) {
        return resource(name + ".html")
                .replace("/*PLOT-STYLE*/", resource(PLOT + "/dist/uPlot.min.css"))
                .replace("/*PLOT-LICENCE*/", resource(PLOT + "/LICENSE"))
                .replace("/*STYLE*/", resource("page.css"))
                .replace("/*PLOT*/", resource(PLOT + "/dist/uPlot.iife.min.js"))
                .replace("/*CHART*/", chart)
                .replace("/*DATA*/", json.replace("<", "\\u003c"))
                .replace("/*SCRIPT*/", resource(name + ".js"));
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource %s is not packaged".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
