// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Folders of the tests' resources. */
final class Resources {
    private Resources() {}

    static Path folder(String name) throws URISyntaxException {
        var url = Resources.class.getClassLoader().getResource(name);
        return Path.of(Objects.requireNonNull(url, name).toURI());
    }
}
