/** Prefix of the dimension that a custom field is: `properties.NAME`. */
export const propertyPrefix = 'properties.';
