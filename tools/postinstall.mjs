// What npm runs when an install has ended, by hand or not.
import { stampInstalled } from './installed-packages.mjs';

stampInstalled();
