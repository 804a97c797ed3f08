/** The pure rules of supervision: which signals arise when, who answers for them, and what may be done with a card. */
@NullMarked
package org.onewindow.supervision.model;

import org.jspecify.annotations.NullMarked;
