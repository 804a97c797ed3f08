/** Measures what the program costs, as ratios against a floor in the same run. */
@NullMarked
package org.onewindow.bench;

import org.jspecify.annotations.NullMarked;
