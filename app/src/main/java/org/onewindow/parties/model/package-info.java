/** How personal data is shown by default (V3). Pure. */
@NullMarked
package org.onewindow.parties.model;

import org.jspecify.annotations.NullMarked;
