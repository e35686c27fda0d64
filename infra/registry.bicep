// The registry of the image. Deployed before everything else: an app cannot start without an image.
targetScope = 'resourceGroup'

@description('Short name of the installation, as in main.bicep.')
@minLength(3)
@maxLength(16)
param name string = 'lotse'

@description('Region, as in main.bicep.')
param location string = 'germanywestcentral'

param tags object = {
  application: 'lotse'
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'cr${replace(name, '-', '')}${uniqueString(resourceGroup().id)}'
  location: location
  tags: tags
  sku: {
    name: 'Basic'
  }
  properties: {
    // Nobody pulls by password: the app's identity has the role AcrPull (modules/identity.bicep).
    adminUserEnabled: false
  }
}

@description('For registryName of main.bicep.')
output REGISTRY_NAME string = registry.name
